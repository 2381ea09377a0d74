import { expect, onTestFinished, test } from 'vitest';
import { startHttpProxy } from '../../proxies/http-proxy.ts';
import { startSocksProxy } from '../../proxies/socks-proxy.ts';
import { proxyOptions } from '../proxies/through-proxy.ts';
import { examined } from './examined.ts';

const files = { 'a.txt': 'hello' };

test('through SOCKS5: the proxy looks the name up, passive works, and nothing is wrong', async () => {
  const proxy = await startSocksProxy({});
  onTestFinished(() => proxy.close());
  const { verdicts, troubles } = await examined(
    { files, tls: {} },
    {},
    {},
    { proxy: proxyOptions('socks5', proxy, null) },
  );
  expect(troubles).toEqual([]);
  expect(verdicts).toEqual(expect.arrayContaining(['name: byProxy', 'greeting: greets', 'epsv: works', 'data: works']));
});

test('through HTTP: no server can call, so active ways are not tried', async () => {
  const proxy = await startHttpProxy({});
  onTestFinished(() => proxy.close());
  const { verdicts, troubles } = await examined({ files }, {}, {}, { proxy: proxyOptions('http', proxy, null) });
  expect(troubles).toEqual([]);
  expect(verdicts).toEqual(expect.arrayContaining(['name: byProxy', 'eprt: byProxy', 'port: byProxy', 'data: works']));
});

test('a proxy that lets nobody through', async () => {
  const proxy = await startHttpProxy({ breaks: 'close' });
  onTestFinished(() => proxy.close());
  const { verdicts } = await examined({ files }, {}, {}, { proxy: proxyOptions('http', proxy, null) });
  expect(verdicts).toEqual(['name: byProxy', 'greeting: proxyFails']);
});
