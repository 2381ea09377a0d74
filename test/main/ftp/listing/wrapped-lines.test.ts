import { expect, test } from 'vitest';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { createListingReader } from '../../../../src/main/ftp/listing/listing-reader.ts';
import { utf8Codec } from '../../../../src/main/ftp/protocol/pathname-codec.ts';

const read = (lines: readonly string[]) => {
  const entries: FileEntry[] = [];
  const reader = createListingReader({
    format: 'auto',
    directory: '/',
    codec: utf8Codec,
    kind: 'list',
    nowMs: Date.parse('2026-11-21T12:00:00Z'),
    onEntries: (some) => entries.push(...some),
  });
  reader.push(Buffer.from(lines.map((line) => `${line}\r\n`).join('')));
  const { notUnderstood } = reader.end();
  return { names: entries.map(({ name }) => name), notUnderstood };
};

test('a line that OpenVMS broke behind a long name is one entry', () => {
  const lines = [
    'Directory DISK$USER:[ANNA]',
    '',
    'SHORT.TXT;1          1/3      20-NOV-2026 10:00:00  [ANNA]  (RWED,RWED,RE,)',
    'A_RATHER_LONG_FILE_NAME.TXT;1',
    '                   213/216     20-NOV-2026 10:00:00  [SYSTEM]  (RWED,RWED,RE,)',
    'A_RATHER_LONG_DIRECTORY_NAME.DIR;1 ',
    '                     1/3       20-NOV-2026 10:00:00  [SYSTEM]  (RWED,RWED,RE,)',
    '',
    'Total of 3 files, 215/222 blocks',
  ];
  expect(read(lines)).toEqual({
    names: ['SHORT.TXT;1', 'A_RATHER_LONG_FILE_NAME.TXT;1', 'A_RATHER_LONG_DIRECTORY_NAME'],
    notUnderstood: [],
  });
});

test('a name that nothing follows is kept as not understood, and so is what was meant for another', () => {
  const entry = 'SHORT.TXT;1          1/3      20-NOV-2026 10:00:00  [ANNA]  (RWED,RWED,RE,)';
  expect(read([entry, 'ALONE.TXT;1', entry, ' lost  1/3', 'LAST.TXT;2'])).toEqual({
    names: ['SHORT.TXT;1', 'SHORT.TXT;1'],
    notUnderstood: ['ALONE.TXT;1', ' lost  1/3', 'LAST.TXT;2'],
  });
});

test('a name alone is a member behind the heading of members, and nothing without it', () => {
  const heading = ' Name     VV.MM   Created       Changed      Size  Init   Mod   Id   ';
  expect(read([heading, 'PAYROLL', 'NOSTATS '])).toEqual({ names: ['PAYROLL', 'NOSTATS'], notUnderstood: [] });
  expect(read(['PAYROLL', 'NOSTATS '])).toEqual({ names: [], notUnderstood: ['PAYROLL', 'NOSTATS '] });
});
