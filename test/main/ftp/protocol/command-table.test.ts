import { expect, test } from 'vitest';
import { COMMAND_TABLE } from '../../../../src/main/ftp/protocol/command-table.ts';

test('every command of RFC 959 is known', () => {
  const minimum =
    'USER PASS ACCT CWD CDUP SMNT REIN QUIT PORT PASV TYPE STRU MODE RETR STOR STOU APPE ALLO REST RNFR RNTO ABOR DELE ' +
    'RMD MKD PWD LIST NLST SITE SYST STAT HELP NOOP';
  expect(minimum.split(' ').filter((verb) => !COMMAND_TABLE.has(verb))).toEqual([]);
});

test('what opens a data connection cannot be sent as typed', () => {
  const verbs = [...COMMAND_TABLE].filter(([, { raw }]) => raw === 'data').map(([verb]) => verb);
  expect(verbs.toSorted()).toEqual(['APPE', 'LIST', 'MLSD', 'NLST', 'RETR', 'STOR', 'STOU']);
});
