import { expect, test } from 'vitest';
import { utf8Codec } from '../../src/main/ftp/name-codec.ts';
import { createSessionNames } from '../../src/main/session/names/session-names.ts';
import { loggedIn } from './conversation.ts';

/** What people have written about names in other programs, in their words, each with what must come of it here. */

const LISTED = Buffer.concat([
  Buffer.from('type=file;size=1; plain.txt\r\ntype=file;size=2; '),
  Buffer.from('M\u00FCller.txt', 'latin1'),
  Buffer.from('\r\ntype=file;size=3; 日本.txt\r\n'),
]);

test('complaint 21: one name in Latin-1, and the whole folder cannot be listed', async () => {
  const { ftp } = await loggedIn({ data: { MLSD: { content: LISTED } } });
  const names: string[] = [];
  const summary = await ftp.list('/', {
    signal: null,
    onEntries: (entries) => {
      names.push(...entries.map(({ name }) => name));
    },
  });
  expect(names).toEqual(['plain.txt', 'M\uDCFCller.txt', '日本.txt']);
  expect(summary.notUnderstoodCount).toBe(0);
});

test('complaint 21: a file whose name shows as question marks cannot be deleted, whatever encoding is chosen', async () => {
  const { ftp, server } = await loggedIn({ data: { MLSD: { content: LISTED } }, replies: { DELE: '250 Gone.' } });
  const listed: string[] = [];
  await ftp.list('/', { signal: null, onEntries: (entries) => listed.push(...entries.map(({ name }) => name)) });
  for (const encoding of ['windows-1252', 'shift_jis', 'utf-8', 'cp437']) {
    const names = createSessionNames(encoding, null);
    await names.ready();
    await ftp.delete(names.write(names.read(`/${listed[1]}`)));
  }
  const deleted = server.commands.filter((line) => line.startsWith('DELE'));
  expect(new Set(deleted)).toEqual(new Set(['DELE /M\u00FCller.txt']));
  expect([...utf8Codec.encode(listed[1] ?? '')][1]).toBe(0xfc);
});
