import { expect, it } from 'vitest';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const CONTENT = Buffer.from('over IPv6');

onEveryServer(
  'IPv6',
  (server) => {
    it.each([
      ['EPSV', 'passive'],
      ['EPSV', 'auto'],
      ['EPRT', 'active'],
    ] as const)('by %s (%s)', async (verb, dataConnection) => {
      const commands: string[] = [];
      const observer = { command: (line: string) => void commands.push(line), reply: () => {}, note: () => {} };
      const connection = await connectTo(server(), { dataConnection, observer });
      const path = joinPathname(connection.home, `${dataConnection}.bin`);
      expect(await storeAll(connection, path, CONTENT)).toBe(CONTENT.length);
      expect(await retrieveAll(connection, path)).toEqual(CONTENT);
      const { entries } = await listAll(connection, connection.home);
      expect(entries.map(({ name }) => name)).toContain(`${dataConnection}.bin`);
      const verbs = commands.map((line) => line.split(' ', 1)[0] ?? '');
      expect(verbs).toContain(verb);
      expect(verbs.filter((used) => used === 'PASV' || used === 'PORT')).toEqual([]);
    });
  },
  { host: '::1' },
);

onEveryServer(
  'IPv6 under TLS',
  (server, { name }) => {
    it('carries a file there and back', async () => {
      const notes: string[] = [];
      const observer = { command: () => {}, reply: () => {}, note: (text: string) => void notes.push(text) };
      const connection = await connectTo(server(), { security: 'explicit', observer });
      const path = joinPathname(connection.home, 'tls.bin');
      expect(await storeAll(connection, path, CONTENT)).toBe(CONTENT.length);
      expect(await retrieveAll(connection, path)).toEqual(CONTENT);
      const protectedOnes = notes.filter((note) => note.startsWith('data connection: '));
      expect(protectedOnes).toHaveLength(2);
      // Pure-FTPd keeps no session that could be resumed.
      if (name !== 'Pure-FTPd') expect(protectedOnes.every((note) => note.endsWith('session resumed'))).toBe(true);
    });
  },
  { host: '::1', tls: 'any', which: ({ tls }) => tls },
);
