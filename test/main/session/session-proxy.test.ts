import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import type { ProxyChoice } from '#shared/model/proxy.ts';
import type { ProxyOptions } from '../../../src/main/ftp/engine.ts';
import type { Asker } from '../../../src/main/prompts/asker.ts';
import { createThroughProxy } from '../../../src/main/session/session-proxy.ts';
import { fakeAsker, passwordAnswer } from './fake-asker.ts';
import { fakeVault } from './fake-vault.ts';

const PROXY = { kind: 'socks5', host: 'proxy.example', port: 1080, user: 'guest' } as const;

const refused = (): FaultError =>
  new FaultError({
    kind: 'control-connection',
    stage: 'connecting',
    cause: 'proxy-login',
    host: PROXY.host,
    port: PROXY.port,
    detail: 'no',
  });

const throughProxy = (proxy: ProxyChoice, asker: Asker = fakeAsker(), vault = fakeVault()) =>
  createThroughProxy({
    settings: { host: 'ftp.example', port: 21, proxy },
    systemProxy: async (host, port) => ({ kind: 'http', host: `for-${host}`, port, user: null }),
    siteId: 's',
    vault,
    asker,
    note: () => {},
    signal: new AbortController().signal,
  });

/** A proxy that lets in whoever has one of these passwords. */
const lettingIn =
  (...passwords: readonly (string | null)[]) =>
  async (proxy: ProxyOptions | null): Promise<ProxyOptions | null> => {
    if (proxy !== null && !passwords.includes(proxy.password)) throw refused();
    return proxy;
  };

describe('a session connects', () => {
  test('directly where no proxy is wanted', async () => {
    expect(await throughProxy({ kind: 'none' })(lettingIn())).toBeNull();
  });

  test('through what the system says, without a password', async () => {
    const proxy = await throughProxy({ kind: 'system' })(lettingIn(null));
    expect(proxy).toEqual({ kind: 'http', host: 'for-ftp.example', port: 21, user: null, password: null });
  });

  test('with the password that is kept for the proxy, and asks nobody', async () => {
    const asker = fakeAsker();
    const through = throughProxy(PROXY, asker, fakeVault({ s: 'of the login', 's proxy': 'kept' }));
    expect(await through(lettingIn('kept'))).toEqual({ ...PROXY, password: 'kept' });
    expect(asker.asked).toEqual([]);
  });
});

describe("the proxy's password", () => {
  test('is asked for as the proxy’s, again where it was refused, and kept once it was right', async () => {
    const asker = fakeAsker(passwordAnswer('wrong', true), passwordAnswer('right', true));
    const vault = fakeVault();
    await throughProxy(PROXY, asker, vault)(lettingIn('right'));
    const question = { kind: 'password', purpose: 'proxy', host: PROXY.host, user: 'guest' };
    expect(asker.asked).toMatchObject([
      { ...question, refused: false },
      { ...question, refused: true },
    ]);
    expect(vault.kept.get('s proxy')).toBe('right');
  });

  test('is asked for three times more and no longer', async () => {
    const asker = fakeAsker(passwordAnswer('wrong'));
    await expect(throughProxy(PROXY, asker)(lettingIn('right'))).rejects.toThrow(FaultError);
    expect(asker.asked).toHaveLength(4);
  });

  test('is asked for once by all connections that wait for it', async () => {
    const asker = fakeAsker(passwordAnswer('wrong'), passwordAnswer('right'));
    const through = throughProxy(PROXY, asker);
    const all = await Promise.all([1, 2, 3].map(() => through(lettingIn('right'))));
    expect(all.map((proxy) => proxy?.password)).toEqual(['right', 'right', 'right']);
    expect(asker.asked).toHaveLength(2);
  });

  test('is given up with the question', async () => {
    await expect(throughProxy(PROXY)(lettingIn('right'))).rejects.toMatchObject({
      fault: { kind: 'refused-here', reason: 'declined' },
    });
  });

  test('is not asked for because of what the server refused', async () => {
    const asker = fakeAsker(passwordAnswer('right'));
    const failing = throughProxy(
      PROXY,
      asker,
    )(async () => {
      throw new FaultError({ kind: 'reply', stage: 'logging-in', command: 'PASS', code: 530, text: 'no' });
    });
    await expect(failing).rejects.toMatchObject({ fault: { kind: 'reply' } });
    expect(asker.asked).toHaveLength(1);
  });
});
