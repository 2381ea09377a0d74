import { expect, test } from 'vitest';
import { systemProxies } from '../../electron-stand-in/api/system-proxies.ts';

const HTTP = { ftp_proxy: 'http://ada:pw@proxy.example:3128/', no_proxy: 'internal.example, .lan' };

test.each([
  ['ftp://ftp.example/', {}, 'DIRECT'],
  ['ftp://ftp.example/', HTTP, 'PROXY proxy.example:3128'],
  ['ftp://ftp.example/', { FTP_PROXY: 'proxy.example' }, 'PROXY proxy.example:80'],
  ['ftp://ftp.example/', { ...HTTP, all_proxy: 'socks5://[2001:db8::1]:1080' }, 'SOCKS5 [2001:db8::1]:1080'],
  ['ftp://ftp.example/', { all_proxy: 'socks5://p' }, 'SOCKS5 p:1080'],
  ['ftp://www.internal.example/', HTTP, 'DIRECT'],
  ['ftp://nas.lan/', HTTP, 'DIRECT'],
  ['ftp://ftp.example/', { ...HTTP, no_proxy: '*' }, 'DIRECT'],
  ['ftp://127.0.0.1:2121/', HTTP, 'DIRECT'],
  ['ftp://localhost/', HTTP, 'DIRECT'],
  ['http://www.example/', HTTP, 'DIRECT'],
])('%s with %j: %s', (url, environment, expected) => {
  expect(systemProxies(url, environment)).toBe(expected);
});
