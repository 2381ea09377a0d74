import { expect, test } from 'vitest';
import { isLoginCommand } from '#shared/ftp/login-command.ts';

test.each(['SITE UMASK 022', 'OPTS HASH SHA-1', 'cwd /www', 'NOOP', 'STAT', 'XRETR a'])(
  '%j may follow a login',
  (line) => {
    expect(isLoginCommand(line)).toBe(true);
  },
);

test.each([
  '',
  ' ',
  'TYPE A',
  'type',
  ' RETR a',
  'PORT\t1,2,3,4,5,6',
  'user anna',
  'PASS x',
  'QUIT',
  'AUTH TLS',
  'PROT C',
])('%j may not', (line) => {
  expect(isLoginCommand(line)).toBe(false);
});
