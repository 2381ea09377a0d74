import { isIP, type Socket } from 'node:net';
import { plainAddress } from '../address.ts';
import type { Destination } from './destination.ts';
import { overSocket } from './over-socket.ts';
import { socks, socksReply } from './socks5.ts';
import { asProxyFailure, loginOf, type Tunnel, withProxy } from './tunnel.ts';

/** A port of a SOCKS5 proxy on which it awaits one connection for us (RFC 1928 4, BIND). */
export interface BoundPort {
  /** Numeric, and as others see the proxy. */
  readonly host: string;
  readonly port: number;
  /** Carries that connection once it has come. */
  readonly socket: Socket;
  /** Who has called, once somebody has. Rejects with {@link ProxyFailure}, the system's error or the signal's reason. */
  called(signal: AbortSignal): Promise<Destination>;
}

const UNSPECIFIED = new Set(['0.0.0.0', '::']);

/**
 * Has the proxy listen:
 *
 *     -> 05 02 00 address of who will call        <- 05 00 00 address to announce
 *                                                 <- 05 00 00 address of who has called
 *
 * A proxy that listens on all its addresses may name none of them; it is then the one we have reached it at.
 * Rejects with {@link ProxyFailure}, or with the signal's reason.
 *
 * @param caller who is expected: proxies turn others away by it
 */
export const bindAtProxy = (
  tunnel: Tunnel,
  caller: Destination,
  timeoutMs: number,
  signal: AbortSignal | null,
): Promise<BoundPort> =>
  withProxy(tunnel, timeoutMs, signal, async (socket, ended) => {
    const bound = await overSocket(socket, socks('bind', loginOf(tunnel), caller), ended);
    socket.on('error', () => {});
    const named = isIP(bound.host) !== 0 && !UNSPECIFIED.has(bound.host);
    const host = plainAddress(named ? bound.host : (socket.remoteAddress ?? ''));
    const called = (until: AbortSignal): Promise<Destination> =>
      overSocket(socket, socksReply(), until).catch((error) => {
        throw until.aborted ? error : asProxyFailure(tunnel, error, 'proxy-failed');
      });
    return { host, port: bound.port, socket, called };
  });
