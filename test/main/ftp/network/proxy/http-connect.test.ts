import { expect, test } from 'vitest';
import { httpConnect } from '../../../../../src/main/ftp/network/proxy/http-connect.ts';
import { ProxyFailure } from '../../../../../src/main/ftp/network/proxy/proxy-failure.ts';
import { talk } from './run.ts';

const LOGIN = { user: 'Ada', password: 'pä:ß' };
const TARGET = { host: 'example.org', port: 21 };

const meet = (answer: string, login: typeof LOGIN | null = null) => {
  const { said, rest } = talk(httpConnect(login, TARGET), [Buffer.from(answer)]);
  return { said: said.map((text) => Buffer.from(text, 'hex').toString()), rest: Buffer.from(rest, 'hex').toString() };
};

test('what comes behind the header is the server’s', () => {
  expect(meet('HTTP/1.1 200 OK\r\nVia: x\r\n\r\n220 hello\r\n')).toEqual({
    said: ['CONNECT example.org:21 HTTP/1.1\r\nHost: example.org:21\r\n\r\n'],
    rest: '220 hello\r\n',
  });
});

test.each(['HTTP/1.0 200\r\n\r\n', 'HTTP/1.1 204 Fine\n\n', 'HTTP/1.1 200 OK\nVia: x\n\r\n'])(
  '%j is taken',
  (answer) => {
    expect(meet(`${answer}220`).rest).toBe('220');
  },
);

test('the login is sent in UTF-8 (RFC 7617 2.1)', () => {
  const expected = `Proxy-Authorization: Basic ${Buffer.from('Ada:pä:ß').toString('base64')}\r\n`;
  expect(meet('', LOGIN).said[0]).toContain(expected);
});

test('an IPv6 address stands in brackets', () => {
  const { said } = talk(httpConnect(null, { host: '2001:db8::1', port: 21 }), []);
  expect(Buffer.from(said[0] ?? '', 'hex').toString()).toContain('CONNECT [2001:db8::1]:21 HTTP/1.1\r\n');
});

test.each([
  ['SSH-2.0-x\r\n', 'not-a-proxy'],
  ['HTTP/x 200 OK\r\n\r\n', 'not-a-proxy'],
  ['HTTP/1.1 20 OK\r\n\r\n', 'not-a-proxy'],
  [`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(10_000)}`, 'not-a-proxy'],
  ['HTTP/1.1 407 No\r\n\r\n', 'proxy-login'],
  ['HTTP/1.1 407 No\r\nProxy-Authenticate: Digest realm="x"\r\n\r\n', 'proxy-refused'],
  ['HTTP/1.1 401 Unauthorized\r\n\r\n', 'proxy-login'],
  ['HTTP/1.1 403 Forbidden\r\n\r\n', 'proxy-refused'],
  ['HTTP/1.1 301 Moved\r\n\r\n', 'proxy-refused'],
  ['HTTP/1.1 503 Busy\r\n\r\n', 'proxy-failed'],
])('%j is %s', (answer, reason) => {
  expect(() => meet(answer)).toThrow(expect.objectContaining({ reason }));
});

test('neither a line end in a host nor a colon in a user name gets into the request', () => {
  const evil = { host: 'a\r\nX: y', port: 21 };
  expect(() => talk(httpConnect(null, evil), [])).toThrow(ProxyFailure);
  expect(() => talk(httpConnect({ user: 'a:b', password: '' }, TARGET), [])).toThrow(ProxyFailure);
});
