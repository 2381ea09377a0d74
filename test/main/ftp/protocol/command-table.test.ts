import { expect, test } from 'vitest';
import type { TypedUse } from '#shared/ftp/typed-command.ts';
import { COMMAND_TABLE } from '../../../../src/main/ftp/protocol/command-table.ts';
import { LANGUAGES, WORDS } from '../../../../src/renderer/locales/words.ts';

test('every command of RFC 959 is known', () => {
  const minimum =
    'USER PASS ACCT CWD CDUP SMNT REIN QUIT PORT PASV TYPE STRU MODE RETR STOR STOU APPE ALLO REST RNFR RNTO ABOR DELE ' +
    'RMD MKD PWD LIST NLST SITE SYST STAT HELP NOOP';
  expect(minimum.split(' ').filter((verb) => !COMMAND_TABLE.has(verb))).toEqual([]);
});

test('what moves a file cannot be typed, what lists can', () => {
  const verbs = (use: TypedUse) =>
    [...COMMAND_TABLE.values()].filter(({ typed }) => typed === use).map(({ verb }) => verb);
  expect(verbs('file')).toEqual(['RETR', 'STOR', 'STOU', 'APPE']);
  expect(verbs('listing')).toEqual(['LIST', 'NLST', 'MLSD']);
});

test('each command is for something, in the words of every language', () => {
  for (const language of LANGUAGES) {
    expect(Object.keys(WORDS[language].commands).toSorted()).toEqual([...COMMAND_TABLE.keys()].toSorted());
  }
});
