import { expect, test } from 'vitest';
import { ProxyFailure } from '../../../../../src/main/ftp/network/proxy/proxy-failure.ts';
import { socks } from '../../../../../src/main/ftp/network/proxy/socks5.ts';
import { hex, talk } from './run.ts';

const LOGIN = { user: 'ada', password: 'pw' };

test('a name goes to the proxy as it is', () => {
  const { said, result, rest } = talk(socks('connect', null, { host: 'example.org', port: 21 }), [
    hex('05 00'),
    hex('05 00 00 01 c0 00 02 07 1f 90'),
    Buffer.from('220'),
  ]);
  expect(said).toEqual(['050100', `050100030b${Buffer.from('example.org').toString('hex')}0015`]);
  expect(result).toEqual({ host: '192.0.2.7', port: 8080 });
  expect(rest).toBe(Buffer.from('220').toString('hex'));
});

test.each([
  ['192.0.2.1', '01c0000201'],
  ['2001:db8::1', '0420010db8000000000000000000000001'],
  ['::', '0400000000000000000000000000000000'],
  ['::ffff:192.0.2.1', '0400000000000000000000ffffc0000201'],
  ['fe80::1%eth0', '04fe800000000000000000000000000001'],
  ['münchen.example', `0316${Buffer.from('xn--mnchen-3ya.example').toString('hex')}`],
])('%s goes as %s', (host, encoded) => {
  const { said } = talk(socks('connect', null, { host, port: 0x1234 }), [hex('05 00')]);
  expect(said[1]).toBe(`050100${encoded}1234`);
});

test.each([
  ['01 c0 00 02 07', '192.0.2.7'],
  ['04 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 01', '2001:db8::1'],
  ['03 01 78', 'x'],
])('a reply may name %s', (address, host) => {
  const { result } = talk(socks('bind', null, { host: 'a', port: 1 }), [hex(`05 00 05 00 00 ${address} 00 15`)]);
  expect(result).toEqual({ host, port: 21 });
});

test('user and password where the proxy chooses them, and no login where it does not', () => {
  const chosen = talk(socks('connect', LOGIN, { host: 'a', port: 1 }), [hex('05 02'), hex('01 00')]);
  expect(chosen.said).toEqual(['05020002', '0103616461027077', '0501000301610001']);
  const unneeded = talk(socks('connect', LOGIN, { host: 'a', port: 1 }), [hex('05 00')]);
  expect(unneeded.said).toHaveLength(2);
});

test.each([
  ['another version', LOGIN, '04 00', 'not-a-proxy'],
  ['none of the ways is acceptable', LOGIN, '05 ff', 'proxy-login'],
  ['it wants a login and there is none', null, '05 ff', 'proxy-login'],
  ['a way that was not offered', null, '05 01', 'not-a-proxy'],
  ['a login that was not offered', null, '05 02', 'not-a-proxy'],
  ['a refused password', LOGIN, '05 02 01 01', 'proxy-login'],
  ['a reply of another version', LOGIN, '05 00 00 00 00 01', 'not-a-proxy'],
  ['an address of an unknown kind', LOGIN, '05 00 05 00 00 02', 'not-a-proxy'],
] as const)('%s', (_what, login, bytes, reason) => {
  const failing = (): unknown => talk(socks('connect', login, { host: 'a', port: 1 }), [hex(bytes)]);
  expect(failing).toThrow(ProxyFailure);
  expect(failing).toThrow(expect.objectContaining({ reason }));
});

test.each([
  [
    'a name of 256 characters',
    `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(12)}`,
  ],
  ['a name with a line end', 'a\r\nb'],
  ['a name with a path', 'a/b'],
  ['no name', ''],
])('%s is not sent', (_what, host) => {
  expect(() => talk(socks('connect', null, { host, port: 1 }), [hex('05 00')])).toThrow(ProxyFailure);
});

test('a password that SOCKS5 cannot say is not cut', () => {
  const login = { user: 'ada', password: 'x'.repeat(256) };
  expect(() => talk(socks('connect', login, { host: 'a', port: 1 }), [hex('05 02')])).toThrow('too long');
});
