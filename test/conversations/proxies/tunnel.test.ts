import { describe, expect, test } from 'vitest';
import type { ConnectOptions } from '../../../src/main/ftp/engine.ts';
import type { ProxyScript } from '../../proxies/relay.ts';
import type { ServerScript } from '../../server-ftp/server-ftp.ts';
import { faultOf, intoMemory, transferOptions } from '../conversation.ts';
import {
  converseThrough,
  FILES,
  HIDDEN,
  LOGIN,
  type Login,
  NAMES,
  proxyOptions,
  START,
  useAll,
} from './through-proxy.ts';

describe.each([
  { kind: 'socks5', named: 'SOCKS5' },
  { kind: 'http', named: 'HTTP' },
] as const)('through a $named proxy', ({ kind, named }) => {
  const through = (
    proxyScript: ProxyScript = {},
    script: ServerScript = {},
    changes: Partial<ConnectOptions> = {},
    login: Login | null = null,
  ) =>
    converseThrough(
      START[kind]({ names: NAMES, ...proxyScript }),
      (proxy) => proxyOptions(kind, proxy, login),
      { files: FILES, ...script },
      changes,
    );

  test('login, listing, upload and download: the name goes to the proxy, for data connections too', async () => {
    const conversation = await through();
    await useAll(conversation);
    const { proxy, server, notes } = conversation;
    expect(proxy.asked[0]).toBe(`CONNECT ${HIDDEN}:${server.port}`);
    expect(proxy.asked.map((line) => line.replace(/\d+$/, ''))).toEqual(Array(4).fill(`CONNECT ${HIDDEN}:`));
    expect(notes[0]).toBe(`connecting to ${HIDDEN} port ${server.port} through ${named} proxy 127.0.0.1:${proxy.port}`);
  });

  test('a login at the proxy, which says all it says one byte at a time', async () => {
    const conversation = await through({ login: LOGIN, bytesAtATime: 1 }, {}, {}, LOGIN);
    await useAll(conversation);
    expect(conversation.notes.join('\n')).not.toContain(LOGIN.password);
  });

  test('TLS is made with the server itself, and every data connection resumes its session', async () => {
    const tls = { requireResumption: '522' } as const;
    const conversation = await through({}, { tls }, { host: 'localhost' });
    await useAll(conversation);
    expect(conversation.notes.filter((note) => note.includes('session resumed'))).toHaveLength(3);
  });

  test.each([null, { ...LOGIN, password: 'wrong' }])('the proxy refuses its login: %j', async (login) => {
    const { connect, proxy } = await through({ login: LOGIN }, {}, {}, login);
    expect(await faultOf(connect())).toMatchObject({
      kind: 'control-connection',
      stage: 'connecting',
      cause: 'proxy-login',
      host: proxy.host,
      port: proxy.port,
    });
  });

  test('nobody listens at the proxy: that is not told of the server', async () => {
    const { connect, proxy } = await through();
    await proxy.close();
    expect(await faultOf(connect())).toMatchObject({ cause: 'proxy-unreachable', port: proxy.port });
  });

  test('the proxy lets the control connection through and no other', async () => {
    const nowhere = { EPSV: '229 (|||1|)', PASV: '227 (127,0,0,1,0,1)' };
    const { connect, proxy } = await through({ forbids: [1] }, { replies: nowhere }, { dataConnection: 'passive' });
    const ftp = await connect();
    const fault = await faultOf(ftp.retrieve('/a.txt', intoMemory(), transferOptions()));
    expect(fault).toMatchObject({ kind: 'data-connection', stage: 'preparing', cause: 'proxy-refused' });
    expect(proxy.asked.slice(1)).toEqual([`CONNECT ${HIDDEN}:1`, `CONNECT ${HIDDEN}:1`]);
  });

  test('a 227 with a foreign host is not followed, and nothing is learned of a host nobody here knows', async () => {
    const { connect, options, proxy } = await through(
      {},
      { replies: { EPSV: '502 no' }, passive: { PASV: { host: '10.1.2.3' } } },
    );
    const ftp = await connect();
    await ftp.list(ftp.home, { signal: null, onEntries: () => {} });
    expect(proxy.asked.at(-1)).toContain(`CONNECT ${HIDDEN}:`);
    expect(options.learned).toMatchObject({ epsvFails: true, passiveHostDiffers: false });
  });

  test('an IPv6 server is named as such, and asked for EPSV alone', async () => {
    const conversation = await through({}, { address: '::1' }, { host: '::1' });
    await useAll(conversation);
    expect(conversation.proxy.asked[0]).toContain(kind === 'socks5' ? ':0001:' : 'CONNECT ::1:');
    expect(conversation.server.commands).not.toContain('PASV');
  });

  test('the default data port is refused before anything is sent', async () => {
    const { connect, proxy } = await through({}, {}, { dataConnection: 'default-port' });
    expect(await faultOf(connect())).toMatchObject({ kind: 'refused-here', reason: 'not-supported' });
    expect(proxy.asked).toEqual([]);
  });

  test('several connections at a time', async () => {
    const { connect, proxy } = await through();
    const all = await Promise.all([connect(), connect(), connect()]);
    await Promise.all(all.map((ftp) => ftp.list(ftp.home, { signal: null, onEntries: () => {} })));
    expect(proxy.asked).toHaveLength(6);
  });

  test('cancelled while the proxy says nothing', async () => {
    const cancel = new AbortController();
    const { connect, proxy } = await through({ silent: true }, {}, { signal: cancel.signal });
    const fault = faultOf(connect());
    await expect.poll(() => proxy.asked.length).toBe(1);
    cancel.abort();
    expect(await fault).toEqual({ kind: 'cancelled', stage: 'connecting' });
  });
});
