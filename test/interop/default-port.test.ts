import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FaultError } from '../../src/shared/fault.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const LARGE = randomBytes(3 * 1024 * 1024);

onEveryServer(
  'the default data port',
  (server) => {
    it('carries one transfer after another on one connection', async () => {
      const connection = await connectTo(server(), { dataConnection: 'default-port' });
      const path = joinPathname(connection.home, 'default-port.bin');
      expect(await storeAll(connection, path, LARGE)).toBe(LARGE.length);
      expect((await readFile(join(server().root, 'default-port.bin'))).equals(LARGE)).toBe(true);
      expect((await retrieveAll(connection, path)).equals(LARGE)).toBe(true);
      const { entries } = await listAll(connection, connection.home);
      expect(entries.map(({ name }) => name)).toEqual(['default-port.bin']);
    }, 60_000);
  },
  { which: ({ defaultPort }) => defaultPort },
);

onEveryServer(
  'no default data port',
  (server, known) => {
    it('is told, and the session goes on', async () => {
      await writeFile(join(server().root, 'a'), 'a');
      const connection = await connectTo(server(), {
        dataConnection: 'default-port',
        timeouts: { connect: 2_000, reply: 20_000, data: 20_000 },
      });
      const call = retrieveAll(connection, joinPathname(connection.home, 'a'));
      const fault = await call.catch((error: unknown) => (error instanceof FaultError ? error.fault : error));
      // pyftpdlib says 150 and never calls.
      expect(fault).toMatchObject(known.name === 'pyftpdlib' ? { cause: 'timeout' } : { kind: 'reply', code: 425 });
      await connection.noop();
    });
  },
  { which: ({ defaultPort }) => !defaultPort },
);
