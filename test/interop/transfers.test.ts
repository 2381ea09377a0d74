import { randomBytes } from 'node:crypto';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultTransferOptions } from '../../src/main/ftp/defaults.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { ASCII } from '../../src/shared/ftp/transfer-parameters.ts';
import { connectTo, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const LARGE = randomBytes(3 * 1024 * 1024);

onEveryServer('transfers', (server) => {
  describe.each(['passive', 'active'] as const)('%s', (dataConnection) => {
    it.each([
      ['nothing', Buffer.alloc(0)],
      ['one byte', Buffer.from([0xff])],
      ['3 MiB', LARGE],
    ])('stores and retrieves %s unchanged', async (what, content) => {
      const connection = await connectTo(server(), { dataConnection });
      const name = `${dataConnection} ${what} ü.bin`;
      const path = joinPathname(connection.home, name);
      expect(await storeAll(connection, path, content)).toBe(content.length);
      expect((await readFile(join(server().root, name))).equals(content)).toBe(true);
      expect((await retrieveAll(connection, path)).equals(content)).toBe(true);
      expect(await connection.size(path)).toBe(content.length);
    });
  });

  it('converts lines in TYPE A, both ways', async () => {
    const connection = await connectTo(server());
    const path = joinPathname(connection.home, 'lines.txt');
    const text = Buffer.from('one\ntwo\n\nfour without an end');
    await storeAll(connection, path, text, { type: ASCII });
    expect((await readFile(join(server().root, 'lines.txt'))).toString()).toBe(text.toString());
    expect((await retrieveAll(connection, path, { type: ASCII })).toString()).toBe(text.toString());
  });

  it('resumes from the middle, both ways', async () => {
    const connection = await connectTo(server());
    const path = joinPathname(connection.home, 'resumed.bin');
    const middle = 1_234_567;
    await storeAll(connection, path, LARGE.subarray(0, middle));
    await storeAll(connection, path, LARGE.subarray(middle), { offset: middle });
    expect((await readFile(join(server().root, 'resumed.bin'))).equals(LARGE)).toBe(true);
    expect((await retrieveAll(connection, path, { offset: middle })).equals(LARGE.subarray(middle))).toBe(true);
  });

  it('is usable after a transfer was given up in the middle', async () => {
    const { root } = server();
    await writeFile(join(root, 'endless.bin'), '');
    await truncate(join(root, 'endless.bin'), 256 * 1024 * 1024);
    await writeFile(join(root, 'small.txt'), 'small');
    const connection = await connectTo(server());
    const stop = new AbortController();
    const sink = { write: async () => stop.abort() };
    const options = { ...defaultTransferOptions(), signal: stop.signal };
    await expect(
      connection.retrieve(joinPathname(connection.home, 'endless.bin'), sink, options),
    ).rejects.toMatchObject({ fault: { kind: 'cancelled' } });
    expect((await retrieveAll(connection, joinPathname(connection.home, 'small.txt'))).toString()).toBe('small');
    await connection.noop();
  });

  it('ends in the 550 of a missing file and goes on', async () => {
    const connection = await connectTo(server());
    const missing = retrieveAll(connection, joinPathname(connection.home, 'missing'));
    await expect(missing).rejects.toMatchObject({ fault: { kind: 'reply', command: 'RETR', code: 550 } });
    await storeAll(connection, joinPathname(connection.home, 'after'), Buffer.from('after'));
    expect((await retrieveAll(connection, joinPathname(connection.home, 'after'))).toString()).toBe('after');
  });
});
