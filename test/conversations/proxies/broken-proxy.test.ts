import { describe, expect, test } from 'vitest';
import { type HttpScript, startHttpProxy } from '../../proxies/http-proxy.ts';
import { type SocksScript, startSocksProxy } from '../../proxies/socks-proxy.ts';
import { faultOf } from '../conversation.ts';
import { converseThrough, FILES, LOGIN, NAMES, proxyOptions, useAll } from './through-proxy.ts';

const HTTP_ANSWER = Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n');
const SHORT = { timeouts: { connect: 300, reply: 5_000, data: 5_000 } };

describe('a SOCKS5 proxy that', () => {
  const met = async (script: SocksScript, changes = {}) => {
    const started = startSocksProxy({ names: NAMES, ...script });
    const login = script.login ?? null;
    const { connect } = await converseThrough(started, (proxy) => proxyOptions('socks5', proxy, login), {}, changes);
    return faultOf(connect());
  };

  test.each([
    ['method', 'close'],
    ['login', 'close'],
    ['reply', 'close'],
  ] as const)('closes in place of its %s', async (at, how) => {
    expect(await met({ login: LOGIN, breaks: { at, with: how } })).toMatchObject({
      kind: 'control-connection',
      cause: 'proxy-failed',
      detail: expect.stringContaining('it closed the connection'),
    });
  });

  test.each(['method', 'login', 'reply'] as const)(
    'is silent at its %s is waited for no longer than asked',
    async (at) => {
      expect(await met({ login: LOGIN, breaks: { at, with: 'silence' } }, SHORT)).toMatchObject({
        cause: 'proxy-failed',
        detail: expect.stringContaining('no answer in 0.3 s'),
      });
    },
  );

  test.each(['method', 'reply'] as const)('speaks HTTP at its %s is none', async (at) => {
    expect(await met({ breaks: { at, with: HTTP_ANSWER } })).toMatchObject({ cause: 'not-a-proxy' });
  });

  test.each([
    [1, 'proxy-failed', 'general failure'],
    [2, 'proxy-refused', 'its rules do not allow this connection'],
    [3, 'proxy-failed', 'cannot reach the network'],
    [4, 'proxy-failed', 'cannot reach the host'],
    [5, 'proxy-failed', 'refuses the connection'],
    [6, 'proxy-failed', 'too far away'],
    [7, 'proxy-refused', 'does not know this command'],
    [8, 'proxy-refused', 'does not know this kind of address'],
    [99, 'proxy-failed', 'unknown failure'],
  ])('replies %i: %s, in words', async (code, cause, words) => {
    const reply = Uint8Array.of(5, code, 0, 1, 0, 0, 0, 0, 0, 0);
    const fault = await met({ breaks: { at: 'reply', with: reply } });
    expect(fault).toMatchObject({ kind: 'control-connection', cause, detail: expect.stringContaining(words) });
  });
});

describe('an HTTP proxy that', () => {
  const through = (script: HttpScript, changes = {}) =>
    converseThrough(
      startHttpProxy({ names: NAMES, ...script }),
      (proxy) => proxyOptions('http', proxy, script.login ?? null),
      { files: FILES },
      changes,
    );
  const met = async (script: HttpScript, changes = {}) => faultOf((await through(script, changes)).connect());

  test('sends the server’s greeting along with its header loses none of it', async () => {
    await useAll(await through({ withGreeting: true }));
  });

  test('speaks of a length in its 200, and of 100 and 103 before it', async () => {
    const interim = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n';
    const headers = ['Content-Length: 17', 'Transfer-Encoding: chunked'];
    await useAll(await through({ interim, headers, bytesAtATime: 1 }));
  });

  test('sends a header without end is left', async () => {
    expect(await met({ breaks: 'endless' })).toMatchObject({
      cause: 'not-a-proxy',
      detail: expect.stringContaining('header without end'),
    });
  });

  test('sends interim replies without end is left', async () => {
    const interim = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'.repeat(20));
    expect(await met({ breaks: interim })).toMatchObject({ cause: 'not-a-proxy' });
  });

  test('closes in place of an answer', async () => {
    expect(await met({ breaks: 'close' })).toMatchObject({ cause: 'proxy-failed' });
  });

  test('is silent is waited for no longer than asked', async () => {
    expect(await met({ silent: true }, SHORT)).toMatchObject({ cause: 'proxy-failed' });
  });

  test('is a server of FTP is none', async () => {
    expect(await met({ breaks: Buffer.from('220 FTP ready\r\n500 What?\r\n') })).toMatchObject({
      cause: 'not-a-proxy',
    });
  });

  test.each([
    ['403 Forbidden', 'proxy-refused', '403 Forbidden'],
    ['405 Method Not Allowed', 'proxy-refused', '405'],
    ['502 Bad Gateway', 'proxy-failed', '502'],
    ['504 Gateway Timeout', 'proxy-failed', '504'],
    ['407 No\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Negotiate', 'proxy-refused', 'NTLM or Negotiate'],
    ['407 No\r\nProxy-Authenticate: NTLM\r\nproxy-authenticate: basic realm="x"', 'proxy-login', 'wants a user name'],
  ])('answers %j', async (answer, cause, words) => {
    expect(await met({ refuses: answer })).toMatchObject({ cause, detail: expect.stringContaining(words) });
  });
});
