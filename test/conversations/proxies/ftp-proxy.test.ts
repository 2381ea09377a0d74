import { describe, expect, test } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { FTP_PROXY_DIALECTS } from '#shared/model/proxy.ts';
import type { ConnectOptions } from '../../../src/main/ftp/engine.ts';
import { type FtpProxyScript, startFtpProxy } from '../../proxies/ftp-proxy.ts';
import type { ServerScript } from '../../server-ftp/server-ftp.ts';
import { faultOf, transferOptions } from '../conversation.ts';
import { converseThrough, FILES, HIDDEN, LOGIN, type Login, NAMES, useAll } from './through-proxy.ts';

describe.each(FTP_PROXY_DIALECTS)('a proxy that speaks FTP and is told the server by %s', (dialect) => {
  const through = (
    proxyScript: Partial<FtpProxyScript> = {},
    script: ServerScript = {},
    changes: Partial<ConnectOptions> = {},
    login: Login | null = null,
  ) =>
    converseThrough(
      startFtpProxy({ dialect, names: NAMES, address: '127.0.0.2', ...proxyScript }),
      ({ host, port }) => ({
        kind: 'ftp',
        dialect,
        host,
        port,
        user: login?.user ?? null,
        password: login?.password ?? null,
      }),
      { files: FILES, ...script },
      changes,
    );

  const naming = (port: number): string =>
    ({
      'user-at-host': `USER tester@${HIDDEN}:${port}`,
      site: `SITE ${HIDDEN}:${port}`,
      open: `OPEN ${HIDDEN}:${port}`,
    })[dialect];

  test('login, listing, upload and download, all of it by the proxy’s address', async () => {
    const conversation = await through();
    await useAll(conversation);
    const { proxy, server, notes } = conversation;
    expect(proxy.asked).toEqual([naming(server.port)]);
    expect(server.commands.slice(0, 2)).toEqual(['USER tester', 'PASS tester-pw']);
    expect(notes[0]).toContain(`through FTP proxy 127.0.0.2:${proxy.port}`);
  });

  test('the proxy’s own login comes first', async () => {
    const conversation = await through({ login: LOGIN, bytesAtATime: 1 }, {}, {}, LOGIN);
    await useAll(conversation);
    const { proxy, server } = conversation;
    expect(proxy.asked).toEqual([`USER ${LOGIN.user}`, 'PASS ****', naming(server.port)]);
  });

  test('an upload has not ended before the proxy has passed STOR on', async () => {
    const gate = Promise.withResolvers<void>();
    const preliminary = { say: '150 go on', until: gate.promise };
    const { connect, server } = await through({}, { data: { STOR: { preliminary } } });
    const ftp = await connect();
    let read = 0;
    const source = {
      read: async (into: Uint8Array) => {
        read += 1;
        return read > 1 ? 0 : into.length;
      },
    };
    const stored = ftp.store('/up.bin', source, transferOptions());
    await server.received('STOR', 1);
    expect(read).toBe(0);
    gate.resolve();
    expect((await stored).bytes).toBeGreaterThan(0);
    expect(read).toBe(2);
  });

  test('a refused upload is not begun', async () => {
    const { connect } = await through({}, { replies: { STOR: '550 not here' } });
    const ftp = await connect();
    const source = { read: () => Promise.reject(new Error('nobody may read this')) };
    const fault = await faultOf(ftp.store('/up.bin', source, transferOptions()));
    expect(fault).toMatchObject({ kind: 'reply', command: 'STOR', code: 550 });
    await ftp.noop();
  });

  test('a login that the proxy refuses is not told of the server', async () => {
    const { connect, proxy, server } = await through({ login: LOGIN }, {}, {}, { ...LOGIN, password: 'wrong' });
    expect(await faultOf(connect())).toMatchObject({
      kind: 'control-connection',
      stage: 'connecting',
      cause: 'proxy-login',
      host: '127.0.0.2',
      port: proxy.port,
    });
    expect(server.connections).toHaveLength(0);
  });

  test.each(['explicit', 'implicit'] as const)(
    'TLS that is required (%s) is refused before anything is sent',
    async (security) => {
      const { connect, proxy } = await through({}, {}, { security });
      expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'proxy-reads-along' });
      expect(proxy.asked).toEqual([]);
    },
  );

  test('a server that once had TLS is not logged in to without', async () => {
    const learned = { ...nothingLearned(), hadTls: true };
    const { connect, proxy } = await through({}, {}, { security: 'try', learned });
    expect(await faultOf(connect())).toMatchObject({ kind: 'security', reason: 'proxy-reads-along' });
    expect(proxy.asked).toEqual([]);
  });

  test.each([true, false])('going on without TLS is asked for, and the answer is %s', async (agreed) => {
    const questions: string[] = [];
    const { connect, options, proxy } = await through({}, {}, { security: 'try' });
    const decidePlainText = async (refusal: string): Promise<boolean> => {
      questions.push(refusal);
      return agreed;
    };
    Object.assign(options.tls, { decidePlainText });
    if (agreed) await connect();
    else expect(await faultOf(connect())).toMatchObject({ kind: 'refused-here', reason: 'declined' });
    expect(questions).toHaveLength(1);
    expect(proxy.asked.some((line) => line.startsWith('AUTH'))).toBe(false);
  });

  test('nobody listens at the proxy', async () => {
    const { connect, proxy } = await through();
    await proxy.close();
    expect(await faultOf(connect())).toMatchObject({ cause: 'proxy-unreachable', host: '127.0.0.2', port: proxy.port });
  });
});

test.each([
  ['site', '421 not now', 'control-connection', 'service-closing'],
  ['site', '425 it does not answer', 'control-connection', 'proxy-failed'],
  ['open', '550 not allowed', 'control-connection', 'proxy-refused'],
] as const)('%s is answered %j', async (dialect, refuses, kind, cause) => {
  const { connect } = await converseThrough(startFtpProxy({ dialect, names: NAMES, refuses }), ({ host, port }) => ({
    kind: 'ftp',
    dialect,
    host,
    port,
    user: null,
    password: null,
  }));
  expect(await faultOf(connect())).toMatchObject({ kind, cause, stage: 'connecting' });
});
