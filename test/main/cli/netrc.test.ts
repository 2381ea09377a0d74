import { expect, test } from 'vitest';
import { findNetrcEntry } from '../../../src/main/cli/netrc.ts';

const FILE = `# logins
machine ftp.example.org login anna password s3cret
machine ftp.example.org
  login bert
  password "with space and \\"quotes\\""
  account staff
macdef init
machine ftp.macro.example login nobody password nothing
cd /pub

machine empty.example
machine hash.example login # password #1
default login anonymous password everybody
`;

const entry = (user: string | null, password: string | null, account: string | null = null): unknown => ({
  user,
  password,
  account,
});

test.each([
  ['ftp.example.org', null, entry('anna', 's3cret')],
  ['FTP.Example.ORG', 'anna', entry('anna', 's3cret')],
  ['ftp.example.org', 'bert', entry('bert', 'with space and "quotes"', 'staff')],
  ['ftp.example.org', 'carl', null],
  ['empty.example', null, entry(null, null)],
  ['hash.example', null, entry('#', '#1')],
])('%s for %s', (host, user, expected) => {
  expect(findNetrcEntry(FILE, host, user)).toEqual(expected);
});

test('the default entry is never taken: it would send its password anywhere', () => {
  expect(findNetrcEntry(FILE, 'elsewhere.example', null)).toBeNull();
});

test('what a macro says is no entry', () => {
  expect(findNetrcEntry(FILE, 'ftp.macro.example', null)).toBeNull();
});
