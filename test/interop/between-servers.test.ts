import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { IMAGE_FILE_STREAM } from '#shared/ftp/transfer-parameters.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import type { ConnectOptions, CopyOptions } from '../../src/main/ftp/engine.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { plantTree, treeOf } from '../main/transfer/planted-tree.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { connectTo, retrieveAll, storeAll } from './connecting.ts';
import { certificateFile } from './servers/certificate-files.ts';
import { availableServers } from './servers/every-server.ts';
import { startProftpd } from './servers/proftpd.ts';
import { startPureFtpd } from './servers/pure-ftpd.ts';
import { startPyftpdlib } from './servers/pyftpdlib.ts';
import type { RealServer, RealServerOptions } from './servers/real-server.ts';
import { startVsftpd } from './servers/vsftpd.ts';

const { reason } = await availableServers();

type Start = (options: RealServerOptions) => Promise<RealServer>;

/** Two servers with an address each that is not ours, so that the one is a stranger to the other. */
const startTwo = async (source: Start, target: Start, options: RealServerOptions = {}) => {
  const two = await Promise.all([source({ ...options, host: '127.0.0.2' }), target({ ...options, host: '127.0.0.3' })]);
  onTestFinished(async () => {
    await Promise.all(two.map((server) => server.stop()));
  });
  return { source: two[0], target: two[1] };
};

const copying = (part: Partial<CopyOptions> = {}): CopyOptions => ({
  parameters: IMAGE_FILE_STREAM,
  offset: 0,
  allowClear: false,
  watcher: null,
  counter: { bytes: 0 },
  signal: null,
  ...part,
});

const encrypted: Partial<ConnectOptions> = {
  security: 'explicit',
  tls: {
    ...defaultConnectOptions().tls,
    ca: [readFileSync(certificateFile('root'), 'utf8')],
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    // The test certificate is for localhost, and one of the two has another address.
    decide: async () => true,
  },
};

const MANNERS: readonly (readonly [string, RealServerOptions, Partial<ConnectOptions>])[] = [
  ['in the clear', { between: true }, {}],
  ['encrypted by SSCN', { between: true, tls: 'any' }, encrypted],
];

describe.skipIf(reason !== null)('between two ProFTPDs', () => {
  it.each(MANNERS)(
    'a tree goes over %s; the file that is refused is told and the rest done',
    async (_how, start, login) => {
      const { source, target } = await startTwo(startProftpd, startProftpd, start);
      await mkdir(join(source.root, 'tree'));
      await plantTree(join(source.root, 'tree'), 40);
      const planted = await treeOf(source.root);
      await writeFile(join(source.root, 'tree', 'locked'), 'nobody reads this');
      await chmod(join(source.root, 'tree', 'locked'), 0);
      const from = engineSessions(source, login, 's1').sessions;
      const to = engineSessions(target, login, 's2').sessions;
      const { queue, rows, quiet } = startQueue({ get: (id) => from.get(id) ?? to.get(id) });
      queue.addBetween({ fromSession: 's1', from: '/', toSession: 's2', to: '/', items: [item('tree', 'directory')] });
      await quiet();
      const notDone = rows().filter(({ state }) => state !== 'done');
      expect(notDone).toMatchObject([{ name: 'locked', fault: { kind: 'reply', command: 'RETR', code: 550 } }]);
      expect(await treeOf(target.root)).toEqual(planted);
    },
  );

  it.each(MANNERS)('%s: goes on in the middle, and both are usable after refusals', async (_how, start, login) => {
    const { source, target } = await startTwo(startProftpd, startProftpd, start);
    const content = randomBytes(3_000_000);
    await writeFile(join(source.root, 'a'), content);
    const one = await connectTo(source, login);
    const other = await connectTo(target, login);
    await storeAll(other, '/a', content.subarray(0, 1_000_000));
    await one.copyTo('/a', other, '/a', copying({ offset: 1_000_000 }));
    expect((await readFile(join(target.root, 'a'))).equals(content)).toBe(true);
    await expect(one.copyTo('/missing', other, '/b', copying())).rejects.toMatchObject({
      fault: { kind: 'reply', command: 'RETR', code: 550 },
    });
    await expect(one.copyTo('/a', other, '/missing/a', copying())).rejects.toMatchObject({
      fault: { kind: 'reply', command: 'STOR', code: 550 },
    });
    await other.copyTo('/a', one, '/back', copying());
    expect((await retrieveAll(one, '/back')).equals(content)).toBe(true);
  });

  it.each<[string, Start]>([
    ['ProFTPD', startProftpd],
    ['Pure-FTPd, which takes no call but ours and goes on waiting', startPureFtpd],
  ])('is refused with the reason where neither lets data go to another address: %s', async (_which, start) => {
    const { source, target } = await startTwo(start, start);
    await writeFile(join(source.root, 'a'), 'a');
    const one = await connectTo(source);
    const other = await connectTo(target);
    await expect(one.copyTo('/a', other, '/a', copying())).rejects.toMatchObject({
      fault: { kind: 'between-servers', reason: 'foreign-address', side: 'both' },
    });
    expect((await retrieveAll(one, '/a')).toString()).toBe('a');
  });
});

describe.skipIf(reason !== null)('between servers of different kinds', () => {
  it.each<[string, Start, Start]>([
    ['vsftpd to Pure-FTPd', startVsftpd, startPureFtpd],
    ['Pure-FTPd to ProFTPD', startPureFtpd, startProftpd],
    ['ProFTPD to vsftpd', startProftpd, startVsftpd],
  ])('%s, there and back', async (_which, startSource, startTarget) => {
    const { source, target } = await startTwo(startSource, startTarget, { between: true });
    const content = randomBytes(500_000);
    await writeFile(join(source.root, 'a'), content);
    const one = await connectTo(source);
    const other = await connectTo(target);
    await one.copyTo('/a', other, '/a', copying());
    expect((await readFile(join(target.root, 'a'))).equals(content)).toBe(true);
    await other.copyTo('/a', one, '/back', copying());
    expect((await readFile(join(source.root, 'back'))).equals(content)).toBe(true);
  });

  // Not the other way: listening, pyftpdlib forgets a connection that has come and ended before its STOR.
  it('pyftpdlib to vsftpd', async () => {
    const { source, target } = await startTwo(startPyftpdlib, startVsftpd, { between: true });
    const content = randomBytes(500_000);
    await writeFile(join(source.root, 'a'), content);
    const one = await connectTo(source);
    await one.copyTo('/a', await connectTo(target), '/a', copying());
    expect((await readFile(join(target.root, 'a'))).equals(content)).toBe(true);
  });
});
