import { describe, expect, test } from 'vitest';
import type { ConnectOptions } from '../../../src/main/ftp/engine.ts';
import { startHttpProxy } from '../../proxies/http-proxy.ts';
import { type SocksScript, startSocksProxy } from '../../proxies/socks-proxy.ts';
import type { ServerScript } from '../../server-ftp/server-ftp.ts';
import { faultOf, intoMemory, transferOptions } from '../conversation.ts';
import { converseThrough, FILES, HIDDEN, LOGIN, NAMES, proxyOptions, useAll } from './through-proxy.ts';

const NO_PASSIVE: ServerScript = { replies: { EPSV: '502 no', PASV: '502 no' } };

describe('active data connections through SOCKS5, by BIND', () => {
  const through = (proxyScript: SocksScript = {}, script: ServerScript = {}, changes: Partial<ConnectOptions> = {}) =>
    converseThrough(
      startSocksProxy({ names: NAMES, login: LOGIN, ...proxyScript }),
      (proxy) => proxyOptions('socks5', proxy, LOGIN),
      { files: FILES, ...script },
      { dataConnection: 'active', ...changes },
    );

  test('the proxy’s port is announced, and the server’s call comes through', async () => {
    const conversation = await through();
    await useAll(conversation);
    const { proxy, server } = conversation;
    expect(proxy.asked.slice(1)).toEqual(Array(3).fill(`BIND ${HIDDEN}:${server.port}`));
    expect(server.commands.filter((line) => line.startsWith('EPRT |1|127.0.0.1|'))).toHaveLength(3);
  });

  test('under TLS, every data connection resumed', async () => {
    const tls = { requireResumption: '522' } as const;
    const conversation = await through({}, { tls }, { host: 'localhost' });
    await useAll(conversation);
    expect(conversation.notes.filter((note) => note.includes('session resumed'))).toHaveLength(3);
  });

  test('a proxy that names no address of its own has the one it was reached at', async () => {
    const conversation = await through({ namesNoAddress: true, bytesAtATime: 1 });
    await useAll(conversation);
    expect(conversation.server.commands.some((line) => line.startsWith('EPRT |1|127.0.0.1|'))).toBe(true);
  });

  test('where the server knows no passive, they are found and remembered', async () => {
    const { connect, options } = await through({}, NO_PASSIVE, { dataConnection: 'auto' });
    const ftp = await connect();
    await ftp.list(ftp.home, { signal: null, onEntries: () => {} });
    expect(options.learned.passiveFails).toBe(true);
  });

  test('a proxy without BIND says so', async () => {
    const { connect } = await through({ knowsNoBind: true });
    const ftp = await connect();
    const fault = await faultOf(ftp.retrieve('/a.txt', intoMemory(), transferOptions()));
    expect(fault).toMatchObject({
      kind: 'data-connection',
      stage: 'preparing',
      cause: 'proxy-refused',
      detail: expect.stringContaining('it does not know this command'),
    });
  });

  test('a proxy without BIND: the server’s refusal of passive is what is told where nobody asked for active', async () => {
    const { connect } = await through({ knowsNoBind: true }, NO_PASSIVE, { dataConnection: 'auto' });
    const ftp = await connect();
    const fault = await faultOf(ftp.retrieve('/a.txt', intoMemory(), transferOptions()));
    expect(fault).toMatchObject({ kind: 'reply', command: 'PASV', code: 502 });
  });

  test('a stranger’s call is not taken for the server’s, where the server’s address is known', async () => {
    const { connect, notes } = await through({ caller: '10.9.8.7' }, {}, { host: '127.0.0.1' });
    const ftp = await connect();
    const fault = await faultOf(ftp.retrieve('/a.txt', intoMemory(), transferOptions()));
    expect(fault).toMatchObject({ kind: 'data-connection', cause: 'stranger' });
    expect(notes).toContain('a data connection from 10.9.8.7 was turned away');
  });

  test('a server that never calls is waited for no longer than asked', async () => {
    const { connect } = await through(
      {},
      { replies: { EPRT: '200 fine', RETR: { say: '150 soon', act: false } } },
      { timeouts: { connect: 300, reply: 5_000, data: 5_000 } },
    );
    const ftp = await connect();
    const fault = await faultOf(ftp.retrieve('/a.txt', intoMemory(), transferOptions()));
    expect(fault).toMatchObject({ kind: 'data-connection', cause: 'timeout' });
  });
});

describe('active data connections through HTTP', () => {
  const through = (script: ServerScript, dataConnection: 'auto' | 'active') =>
    converseThrough(startHttpProxy({ names: NAMES }), (proxy) => proxyOptions('http', proxy), script, {
      dataConnection,
    });

  test('are refused before anything is sent, where nothing else will do', async () => {
    const { connect, proxy } = await through({}, 'active');
    expect(await faultOf(connect())).toMatchObject({
      kind: 'refused-here',
      reason: 'not-supported',
      detail: expect.stringContaining('choose passive'),
    });
    expect(proxy.asked).toEqual([]);
  });

  test('are not tried where passive fails: its failure is told', async () => {
    const { connect, server } = await through(NO_PASSIVE, 'auto');
    const ftp = await connect();
    const fault = await faultOf(ftp.retrieve('/a.txt', intoMemory(), transferOptions()));
    expect(fault).toMatchObject({ kind: 'reply', command: 'PASV', code: 502 });
    expect(server.commands.some((line) => /^(EPRT|PORT)/.test(line))).toBe(false);
  });
});
