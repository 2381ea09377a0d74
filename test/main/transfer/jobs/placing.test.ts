import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { FakeServer } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const PART = '/.a.bin.longshore-part';

/** An upload of `new` over a file `old` of the same length. */
const replacing = async (server: FakeServer) => {
  server.put('/a.bin', 'old');
  const from = await scratchFolder();
  await writeFile(join(from, 'a.bin'), 'new');
  const fixture = startQueue(server.sessions, {
    answer: () => ({ kind: 'conflict', action: 'overwrite', scope: 'file', newName: null }),
  });
  fixture.queue.addUploads({ sessionId: 's1', from, to: '/', items: [item('a.bin')] });
  return fixture;
};

const storesOf = (server: FakeServer): readonly string[] => server.commands.filter((line) => line.startsWith('STOR'));

describe('a file of the very size that is sent stands there', () => {
  test('a part the server removed when the connection broke was not put in its place', async () => {
    const server = new FakeServer();
    let stores = 0;
    server.trouble = (verb, path) => {
      // As ProFTPD does with DeleteAbortedStores.
      if (verb === 'SIZE' && path === PART && stores === 1) server.files.delete(PART);
      return verb === 'STOR' && stores++ === 0 ? { after: 1_000, fault: lostConnection('after-data') } : null;
    };
    const { rows, quiet } = await replacing(server);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.text('/a.bin')).toBe('new');
    expect(storesOf(server)).toHaveLength(2);
  });

  test('where the reply to RNTO was lost nobody can say which of the two it is', async () => {
    const server = new FakeServer();
    let renamed = 0;
    server.trouble = (verb) => (verb === 'RENAMED' && renamed++ === 0 ? { fault: lostConnection('finishing') } : null);
    const { rows, quiet } = await replacing(server);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'unknown' }]);
    expect(storesOf(server)).toHaveLength(1);
  });
});

describe('RNTO does not replace a file', () => {
  /** Refuses RNTO to a name that is taken, and what `also` says. */
  const refusing = (server: FakeServer, also: (verb: string, path: string) => boolean): void => {
    server.trouble = (verb, path) =>
      also(verb, path) || (verb === 'RNTO' && server.files.has(path))
        ? { fault: replyFault(verb, verb === 'STOR' ? 552 : 550) }
        : null;
  };

  test('the old file goes only once the new one is in its place', async () => {
    const server = new FakeServer();
    refusing(server, () => false);
    const { rows, quiet } = await replacing(server);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect([...server.files.keys()]).toEqual(['/a.bin']);
    expect(server.text('/a.bin')).toBe('new');
    expect(server.commands.slice(-2)).toEqual(['RNTO /a.bin', 'DELE /.a.bin.longshore-old']);
  });

  test('nor is the new one let in afterwards: the old file comes back', async () => {
    const server = new FakeServer();
    let refusals = 2;
    refusing(server, (verb, path) => path === '/a.bin' && (verb === 'STOR' || (verb === 'RNTO' && refusals-- > 0)));
    const { rows, quiet } = await replacing(server);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'reply', code: 552 } }]);
    expect(server.text('/a.bin')).toBe('old');
  });

  test('cancelled in between, the old file comes back before the new one goes', async () => {
    const server = new FakeServer();
    const aside = Promise.withResolvers<void>();
    refusing(server, () => false);
    const fixture = await replacing(server);
    const real = server.trouble;
    server.trouble = (verb, path, connection) => {
      if (verb === 'RENAMED' && path.endsWith('-old')) {
        fixture.queue.cancel('all');
        aside.resolve();
        return { fault: lostConnection('finishing') };
      }
      return real(verb, path, connection);
    };
    await aside.promise;
    await fixture.quiet();
    await fixture.queue.stop();
    expect([...server.files].map(([path, { content }]) => `${path} ${content}`)).toEqual(['/a.bin old']);
  });
});
