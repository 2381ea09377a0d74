import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { createSystemProxy, firstUsable } from '../../../src/main/session/system-proxy.ts';

test.each([
  ['DIRECT', null],
  ['', null],
  ['PROXY proxy.example:3128; DIRECT', { kind: 'http', host: 'proxy.example', port: 3128, user: null }],
  ['PROXY proxy.example', { kind: 'http', host: 'proxy.example', port: 80, user: null }],
  ['SOCKS5 192.0.2.1:1080', { kind: 'socks5', host: '192.0.2.1', port: 1080, user: null }],
  ['socks [2001:db8::1]:9050', { kind: 'socks5', host: '2001:db8::1', port: 9050, user: null }],
  ['HTTPS a:443; SOCKS5 b:1080', { kind: 'socks5', host: 'b', port: 1080, user: null }],
  ['PROXY a:99999; PROXY b:1', { kind: 'http', host: 'b', port: 1, user: null }],
  ['HTTPS a:443;DIRECT', null],
])('%j is %j', (list, expected) => {
  expect(firstUsable(list)).toEqual(expected);
});

test.each(['HTTPS proxy.example:443', 'QUIC a:443; SOCKS4 b:1080', 'PROXY', 'PROXY a:b'])(
  '%j leaves no way, and a direct one is not taken for it',
  (list) => {
    expect(() => firstUsable(list)).toThrow(FaultError);
  },
);

describe('the system', () => {
  const asking = (answer: string) => {
    const asked: string[] = [];
    const systemProxy = createSystemProxy(async (url) => {
      asked.push(url);
      return answer;
    });
    return { asked, systemProxy };
  };

  test.each(['localhost', 'LOCALHOST.', 'nas.localhost', '127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])(
    'is not asked about %s, which is this machine',
    async (host) => {
      const { asked, systemProxy } = asking('PROXY a:1');
      expect(await systemProxy(host, 21)).toBeNull();
      expect(asked).toEqual([]);
    },
  );

  test.each([
    ['ftp.example', 'ftp://ftp.example:2121/'],
    ['2001:db8::1', 'ftp://[2001:db8::1]:2121/'],
    ['localhost.example', 'ftp://localhost.example:2121/'],
    ['127.example', 'ftp://127.example:2121/'],
  ])('is asked about %s', async (host, url) => {
    const { asked, systemProxy } = asking('SOCKS5 a:1');
    expect(await systemProxy(host, 2121)).toMatchObject({ kind: 'socks5', host: 'a', port: 1 });
    expect(asked).toEqual([url]);
  });
});
