import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { IMAGE_FILE_STREAM } from '../../src/shared/ftp/transfer-parameters.ts';
import { connectTo, listAll, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const DEFLATE = { ...IMAGE_FILE_STREAM, mode: 'Z' } as const;

onEveryServer(
  'MODE Z',
  (server) => {
    // ProFTPD takes 80 KiB a second of an upload in MODE Z: it sleeps behind each 16 KiB.
    it.each([
      ['nothing', Buffer.alloc(0)],
      ['a few bytes', Buffer.from('hello')],
      ['text', Buffer.from('a line of text that comes again and again\n'.repeat(20_000))],
      ['zeros, of which 1 KiB would stand for all', Buffer.alloc(1024 * 1024)],
      ['random bytes', randomBytes(100_000)],
      ['what is dense behind what is not', Buffer.concat([randomBytes(10_000), Buffer.alloc(300_000)])],
    ])('stores and retrieves %s unchanged', async (what, content) => {
      const connection = await connectTo(server());
      const name = `${what}.bin`;
      const path = joinPathname(connection.home, name);
      expect(await storeAll(connection, path, content, DEFLATE)).toBe(content.length);
      expect((await readFile(join(server().root, name))).equals(content)).toBe(true);
      expect((await retrieveAll(connection, path, DEFLATE)).equals(content)).toBe(true);
    });

    it('stores and retrieves over active data connections', async () => {
      const content = Buffer.concat([Buffer.alloc(50_000), randomBytes(20_000)]);
      const connection = await connectTo(server(), { dataConnection: 'active' });
      const path = joinPathname(connection.home, 'active.bin');
      await storeAll(connection, path, content, DEFLATE);
      expect((await retrieveAll(connection, path, DEFLATE)).equals(content)).toBe(true);
      expect((await retrieveAll(connection, path, DEFLATE)).equals(content)).toBe(true);
    });

    it('retrieves 8 MiB unchanged, and lists in stream mode in between', async () => {
      const content = Buffer.concat([randomBytes(4 * 1024 * 1024), Buffer.alloc(4 * 1024 * 1024)]);
      await writeFile(join(server().root, 'large.bin'), content);
      const connection = await connectTo(server());
      const path = joinPathname(connection.home, 'large.bin');
      expect((await retrieveAll(connection, path, DEFLATE)).equals(content)).toBe(true);
      const { entries } = await listAll(connection, connection.home);
      expect(entries.map(({ name }) => name)).toContain('large.bin');
      expect((await retrieveAll(connection, path, DEFLATE)).equals(content)).toBe(true);
    });
  },
  { which: ({ name }) => name === 'ProFTPD' },
);
