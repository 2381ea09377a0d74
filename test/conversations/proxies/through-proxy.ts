import { expect, onTestFinished } from 'vitest';
import type { ConnectOptions, ProxyOptions } from '../../../src/main/ftp/engine.ts';
import { startHttpProxy } from '../../proxies/http-proxy.ts';
import type { TestProxy } from '../../proxies/relay.ts';
import { startSocksProxy } from '../../proxies/socks-proxy.ts';
import type { ServerScript } from '../../server-ftp/server-ftp.ts';
import { type Conversation, converse, fromMemory, intoMemory, sampleBytes, transferOptions } from '../conversation.ts';

/** A name that only the proxy of a test can resolve: nothing here may even try to. */
export const HIDDEN = 'files.longshore.test';
export const NAMES = { [HIDDEN]: '127.0.0.1', localhost: '127.0.0.1' } as const;

export interface Login {
  readonly user: string;
  readonly password: string;
}

export const LOGIN: Login = { user: 'guest', password: 'gu:est' };

export const START = { socks5: startSocksProxy, http: startHttpProxy } as const;

/** How the engine is told of a proxy. */
export const proxyOptions = (
  kind: 'socks5' | 'http',
  { host, port }: Pick<TestProxy, 'host' | 'port'>,
  login: Login | null = null,
): ProxyOptions => ({ kind, host, port, user: login?.user ?? null, password: login?.password ?? null });

/** A server that is reached by its hidden name through a proxy; both end with the test. */
export const converseThrough = async (
  started: Promise<TestProxy>,
  proxied: (proxy: TestProxy) => ProxyOptions,
  script: ServerScript = {},
  changes: Partial<ConnectOptions> = {},
): Promise<Conversation & { readonly proxy: TestProxy }> => {
  const proxy = await started;
  onTestFinished(proxy.close);
  const conversation = await converse(script, { host: HIDDEN, proxy: proxied(proxy), ...changes });
  return { ...conversation, proxy };
};

/** The files of a server that {@link useAll} can be used on. */
export const FILES = { 'a.txt': 'abc' } as const;

/** Logs in, lists, uploads and downloads, and expects each to come out right. */
export const useAll = async ({ connect }: Conversation): Promise<void> => {
  const ftp = await connect();
  const names: string[] = [];
  await ftp.list(ftp.home, { signal: null, onEntries: (entries) => names.push(...entries.map(({ name }) => name)) });
  expect(names).toEqual(['a.txt']);
  const content = sampleBytes(300_000);
  await ftp.store('/b.bin', fromMemory(content), transferOptions());
  const sink = intoMemory();
  await ftp.retrieve('/b.bin', sink, transferOptions());
  expect(sink.content().equals(content)).toBe(true);
  await ftp.quit();
};
