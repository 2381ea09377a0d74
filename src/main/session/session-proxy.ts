import { FaultError } from '#shared/fault.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { ProxyServer } from '#shared/model/proxy.ts';
import type { ProxyOptions } from '../ftp/engine.ts';
import { createSecret, type Secret, type SecretOptions } from './secret.ts';
import type { SystemProxy } from './system-proxy.ts';

/** How often the person is asked again after the proxy refused a password. */
const FURTHER_TRIES = 3;

export interface SessionProxyOptions extends Pick<SecretOptions, 'siteId' | 'vault' | 'asker' | 'note'> {
  readonly settings: Pick<ConnectionSettings, 'host' | 'port' | 'proxy'>;
  readonly systemProxy: SystemProxy;
  /** Ends an open question when the session ends. */
  readonly signal: AbortSignal;
}

/**
 * Connects through the session's proxy, or directly where it has none. The system is asked anew each time, as its
 * settings may have changed. A password that the proxy refuses is asked for again, once for all connections that wait.
 * Faults: those of `connect`, of the `Secret` and of the `SystemProxy`.
 */
export type ThroughProxy = <T>(connect: (proxy: ProxyOptions | null) => Promise<T>) => Promise<T>;

export const createThroughProxy = (options: SessionProxyOptions): ThroughProxy => {
  const { settings, systemProxy, siteId, vault, asker, note, signal } = options;
  let known: Secret | null = null;
  let asking: Promise<string> | null = null;

  const once = (ask: () => Promise<string>): Promise<string> => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };

  const withPassword = async <T>(
    proxy: ProxyServer,
    user: string,
    connect: (proxy: ProxyOptions) => Promise<T>,
  ): Promise<T> => {
    const whose = { purpose: 'proxy', host: proxy.host, user } as const;
    known ??= createSecret({ ...whose, siteId, given: null, unasked: null, vault, asker, note });
    const secret = known;
    let password = await once(() => secret.obtain(signal));
    for (let asked = 0; ; asked += 1) {
      try {
        const connected = await connect({ ...proxy, password });
        await secret.accepted().catch((error: unknown) => {
          // The connection stands all the same.
          note(`The proxy's password could not be kept: ${error instanceof Error ? error.message : String(error)}`);
        });
        return connected;
      } catch (error) {
        if (!isProxyLogin(error) || asked === FURTHER_TRIES) throw error;
        // Another connection may have been told a better one meanwhile.
        const better = secret.value !== null && secret.value !== password ? secret.value : null;
        password = better ?? (await once(() => secret.askAgain(signal)));
      }
    }
  };

  return async (connect) => {
    const proxy = await chosen(settings, systemProxy);
    if (proxy === null) return connect(null);
    if (proxy.user === null) return connect({ ...proxy, password: null });
    return withPassword(proxy, proxy.user, connect);
  };
};

const chosen = async (
  { host, port, proxy }: SessionProxyOptions['settings'],
  systemProxy: SystemProxy,
): Promise<ProxyServer | null> => {
  if (proxy.kind === 'none') return null;
  return proxy.kind === 'system' ? systemProxy(host, port) : proxy;
};

const isProxyLogin = (error: unknown): boolean =>
  error instanceof FaultError && error.fault.kind === 'control-connection' && error.fault.cause === 'proxy-login';
