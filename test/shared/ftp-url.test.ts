import { describe, expect, test } from 'vitest';
import { type FtpUrl, parseFtpUrl } from '../../src/shared/ftp-url.ts';

const parsed = (text: string): FtpUrl => {
  const result = parseFtpUrl(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.fault)}`);
  return result.value;
};

const refusal = (text: string): unknown => {
  const result = parseFtpUrl(text);
  return result.ok ? result.value : { ...result.fault };
};

const PLAIN = { security: null, host: 'host', port: 21, user: null, password: null, path: '', type: null };

describe('schemes', () => {
  test('ftp leaves the security open', () => {
    expect(parsed('ftp://host')).toEqual(PLAIN);
  });
  test('ftpes is explicit TLS on port 21', () => {
    expect(parsed('ftpes://host/')).toEqual({ ...PLAIN, security: 'explicit' });
  });
  test('ftps is implicit TLS on port 990', () => {
    expect(parsed('FTPS://host')).toEqual({ ...PLAIN, security: 'implicit', port: 990 });
  });
  test.each(['http://host/', 'ftp:host', 'sftp://host/', 'host/path', '', 'ftp:/host'])('%s is refused', (text) => {
    expect(refusal(text)).toMatchObject({ kind: 'refused-here', reason: 'bad-input' });
  });
});

describe('login', () => {
  test('user alone, and user with password', () => {
    expect(parsed('ftp://anna@host/')).toMatchObject({ user: 'anna', password: null });
    expect(parsed('ftp://anna:secret@host/')).toMatchObject({ user: 'anna', password: 'secret' });
    expect(parsed('ftp://anna:@host/')).toMatchObject({ user: 'anna', password: '' });
  });
  test('percent-encoded characters that would end them', () => {
    expect(parsed('ftp://anna%40home:p%2Fa%3As%40s%25@host/')).toMatchObject({
      user: 'anna@home',
      password: 'p/a:s@s%',
    });
  });
  test('the last @ is the one before the host', () => {
    expect(parsed('ftp://anna@home:pass@host/')).toMatchObject({ user: 'anna@home', password: 'pass', host: 'host' });
  });
  test('an empty user name is refused', () => {
    expect(refusal('ftp://:secret@host/')).toMatchObject({ reason: 'bad-input' });
  });
  test('a refusal never repeats the password', () => {
    expect(JSON.stringify(refusal('ftp://anna:geheim%0d@host/'))).not.toContain('geheim');
    expect(JSON.stringify(refusal('ftp://anna:geheim%@host/'))).not.toContain('geheim');
    expect(JSON.stringify(refusal('ftp://anna:ge/heim@host/'))).not.toContain('heim');
  });
});

describe('host and port', () => {
  test.each([
    ['ftp://192.0.2.7:2121/', '192.0.2.7', 2121],
    ['ftp://[2001:db8::1]/', '2001:db8::1', 21],
    ['ftp://[2001:db8::1]:2121/x', '2001:db8::1', 2121],
    ['ftp://[fe80::1%25eth0]/', 'fe80::1%eth0', 21],
    ['ftp://bücher.example/', 'bücher.example', 21],
    ['ftp://host:/', 'host', 21],
  ])('%s', (text, host, port) => {
    expect(parsed(text)).toMatchObject({ host, port });
  });
  test.each([
    'ftp://',
    'ftp:///path',
    'ftp://-host/',
    'ftp://ho st/',
    'ftp://host:0/',
    'ftp://host:70000/',
    'ftp://host:21x/',
    'ftp://2001:db8::1/',
    'ftp://[2001:db8::1/',
    'ftp://host\\x/',
    'ftp://ho%73t/',
    'ftp://host?x',
  ])('%s is refused', (text) => {
    expect(refusal(text)).toMatchObject({ kind: 'refused-here', reason: 'bad-input' });
  });
});

describe('path', () => {
  test.each([
    ['ftp://host/pub/file', 'pub/file'],
    ['ftp://host/pub/', 'pub/'],
    ['ftp://host//pub/file', '/pub/file'],
    ['ftp://host/%2Fpub/file', '/pub/file'],
    ['ftp://host/%2f', '/'],
    ['ftp://host//', '/'],
    ['ftp://host///pub', '/pub'],
    ['ftp://host/my%20file', 'my file'],
    ['ftp://host/my file', 'my file'],
    ['ftp://host/%E6%97%A5%E6%9C%AC', '日本'],
    ['ftp://host/日本', '日本'],
    ['ftp://host/m%FCll', 'm\uDCFCll'],
    ['ftp://host/what?', 'what?'],
    ['ftp://host/a%23b', 'a#b'],
    ['ftp://host/a;b', 'a;b'],
    ['ftp://host/a%09b', 'a\tb'],
  ])('%s', (text, path) => {
    expect(parsed(text)).toMatchObject({ path, type: null });
  });
  test('the type is not part of it', () => {
    expect(parsed('ftp://host/a;type=a')).toMatchObject({ path: 'a', type: 'a' });
    expect(parsed('ftp://host/a;b;TYPE=I')).toMatchObject({ path: 'a;b', type: 'i' });
    expect(parsed('ftp://host/;type=d')).toMatchObject({ path: '', type: 'd' });
  });
  test.each(['ftp://host/a;type=x', 'ftp://host/a;type=', 'ftp://host/a#b', 'ftp://host/100%', 'ftp://host/%zz'])(
    '%s is refused',
    (text) => {
      expect(refusal(text)).toMatchObject({ reason: 'bad-input' });
    },
  );
});

test.each([
  'ftp://host/a%0d%0aDELE%20b',
  'ftp://host/a%0A',
  'ftp://host/a%00b',
  'ftp://host/a\r\nDELE b',
  'ftp://us%0Der@host/',
  'ftp://user:pa%0Ass@host/',
])('a second command hidden in %j is refused', (text) => {
  expect(refusal(text)).toMatchObject({ kind: 'refused-here', reason: 'unsafe-argument' });
});
