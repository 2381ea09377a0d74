import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import type { TransferParameters } from '../../src/shared/ftp/transfer-parameters.ts';
import { connectTo, retrieveAll, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

/** What a server answers to TYPE A T and TYPE A C; to the others any 2yz. */
const REFUSES_FORMATS: Readonly<Record<string, number>> = { vsftpd: 500, inetutils: 504, pyftpdlib: 504 };

const TEXT = Buffer.from('1a new page\n0two lines on\n\n \tblank\fand a form feed\nwithout an end');

onEveryServer('representation types', (server, { name }) => {
  it.each(['N', 'T', 'C'] as const)('TYPE A %s moves text, or is refused and harms nothing', async (format) => {
    const connection = await connectTo(server());
    const path = joinPathname(connection.home, `format-${format}.txt`);
    const type = { type: 'A', format } as const;
    const refusal = format === 'N' ? undefined : REFUSES_FORMATS[name];
    if (refusal === undefined) {
      await storeAll(connection, path, TEXT, { type });
      expect((await readFile(join(server().root, `format-${format}.txt`))).toString()).toBe(TEXT.toString());
      expect((await retrieveAll(connection, path, { type })).toString()).toBe(TEXT.toString());
      return;
    }
    const refused = storeAll(connection, path, TEXT, { type });
    await expect(refused).rejects.toMatchObject({ fault: { kind: 'reply', command: 'TYPE', code: refusal } });
    await storeAll(connection, path, TEXT);
    expect((await retrieveAll(connection, path)).equals(TEXT)).toBe(true);
  });

  it('TYPE L 8 moves bytes as TYPE I does', async () => {
    const connection = await connectTo(server());
    const content = Buffer.concat([Buffer.from('a\nb\r\nc\r'), randomBytes(300_000)]);
    const path = joinPathname(connection.home, 'local-byte.bin');
    const type = { type: 'L', byteSize: 8 } as const;
    await storeAll(connection, path, content, { type });
    expect((await readFile(join(server().root, 'local-byte.bin'))).equals(content)).toBe(true);
    expect((await retrieveAll(connection, path, { type })).equals(content)).toBe(true);
  });
});

onEveryServer(
  'what no such server knows',
  (server) => {
    it.each([
      ['TYPE', { type: { type: 'E', format: 'N' } }],
      ['STRU', { structure: 'R' }],
      ['STRU', { structure: 'P' }],
      ['MODE', { mode: 'B' }],
      ['MODE', { mode: 'C' }],
    ] as const)(
      '%s %o is refused, and the next file goes as ever',
      async (command, parameters: Partial<TransferParameters>) => {
        const connection = await connectTo(server());
        const path = joinPathname(connection.home, 'refused.txt');
        const refused = storeAll(connection, path, TEXT, parameters);
        await expect(refused).rejects.toMatchObject({ fault: { kind: 'reply', command, stage: 'preparing' } });
        await storeAll(connection, path, TEXT);
        expect((await retrieveAll(connection, path)).equals(TEXT)).toBe(true);
      },
    );
  },
  { which: ({ name }) => name !== 'the test server' },
);
