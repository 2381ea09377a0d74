import type { Socket } from 'node:net';
import type { ProxyCause } from '#shared/fault.ts';
import { systemWords } from '../connection-cause.ts';
import { ConnectTimeout, type TcpConnectOptions, tcpConnect } from '../tcp-connect.ts';
import { authorityOf } from './destination.ts';
import type { Handshake } from './handshake.ts';
import { httpConnect } from './http-connect.ts';
import { overSocket } from './over-socket.ts';
import { ProxyFailure } from './proxy-failure.ts';
import { type ProxyLogin, socks } from './socks5.ts';

/** A proxy that connects us to others and carries whatever is said to them. */
export interface Tunnel {
  readonly kind: 'socks5' | 'http';
  readonly host: string;
  readonly port: number;
  /** Null: it wants no login. */
  readonly user: string | null;
  readonly password: string | null;
}

const KINDS = { socks5: 'SOCKS5', http: 'HTTP' } as const;

/** `SOCKS5 proxy 192.0.2.1:1080`. */
export const nameOf = (tunnel: Tunnel): string => `${KINDS[tunnel.kind]} proxy ${authorityOf(tunnel)}`;

export const loginOf = ({ user, password }: Tunnel): ProxyLogin | null =>
  user === null ? null : { user, password: password ?? '' };

/**
 * A connection to `host` and `port` that the proxy has made for us; as of `tcpConnect` otherwise, but for `onread`,
 * since the proxy's own words come first. Both connections share the time.
 * Rejects with {@link ProxyFailure}, or with the signal's reason.
 */
export const connectByTunnel = (tunnel: Tunnel, options: Omit<TcpConnectOptions, 'onread'>): Promise<Socket> => {
  const { host, port, timeoutMs, signal } = options;
  const talk: Handshake<unknown> =
    tunnel.kind === 'socks5'
      ? socks('connect', loginOf(tunnel), { host, port })
      : httpConnect(loginOf(tunnel), { host, port });
  return withProxy(tunnel, timeoutMs, signal, async (socket, ended) => {
    await overSocket(socket, talk, ended);
    return socket;
  });
};

/**
 * Connects to a proxy and goes on as `act` says, all in `timeoutMs`. Nothing stays open where that fails.
 * Rejects as {@link connectByTunnel}; what the proxy is named by stands before each reason.
 */
export const withProxy = async <T>(
  tunnel: Tunnel,
  timeoutMs: number,
  signal: AbortSignal | null,
  act: (socket: Socket, ended: AbortSignal) => Promise<T>,
): Promise<T> => {
  const tooLate = new ConnectTimeout(`no answer in ${timeoutMs / 1000} s`);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(tooLate), timeoutMs);
  const ended = signal === null ? late.signal : AbortSignal.any([signal, late.signal]);
  let socket: Socket | null = null;
  try {
    const { host, port } = tunnel;
    socket = await tcpConnect({ host, port, timeoutMs, signal: ended, onread: null });
    return await act(socket, ended);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw asProxyFailure(tunnel, error, socket === null ? 'proxy-unreachable' : 'proxy-failed');
  } finally {
    clearTimeout(timer);
  }
};

/** Whatever went wrong on a connection to the proxy, with the proxy's name before its words. */
export const asProxyFailure = (tunnel: Tunnel, error: unknown, otherwise: ProxyCause): ProxyFailure => {
  const reason = error instanceof ProxyFailure ? error.reason : otherwise;
  return new ProxyFailure(reason, `${nameOf(tunnel)}: ${systemWords(error)}`, { cause: error });
};
