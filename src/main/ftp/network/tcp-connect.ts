import type { OnReadOpts, TcpNetConnectOpts } from 'node:net';
import { connect, type Socket } from 'node:net';

/** A TCP connection that did not come about in time. */
export class ConnectTimeout extends Error {
  readonly code = 'ETIMEDOUT';
}

/**
 * Milliseconds for one address of a name before the next is tried. Node gives an address up then, rather than trying
 * both side by side as RFC 8305 would: its own 250 ms would rule out a server behind a satellite.
 */
const ADDRESS_PATIENCE = 2_000;

export interface TcpConnectOptions {
  /** A name, whose IPv6 and IPv4 addresses are tried in turn (RFC 8305), or a numeric address. */
  readonly host: string;
  readonly port: number;
  /** Milliseconds for name resolution and TCP together. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | null;
  /** Buffers to read into instead of 'data' events. */
  readonly onread: OnReadOpts | null;
  /** The port to connect from; left out: the system's choice. */
  readonly localPort?: number;
}

/**
 * A connected TCP socket that stays writable after the peer's FIN.
 * Rejects with the system's error, with {@link ConnectTimeout}, or with the signal's reason.
 */
export const tcpConnect = ({ host, port, timeoutMs, signal, onread, localPort }: TcpConnectOptions): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const options: TcpNetConnectOpts = {
      host,
      port,
      noDelay: true,
      allowHalfOpen: true,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: ADDRESS_PATIENCE,
    };
    if (localPort !== undefined) options.localPort = localPort;
    const socket = connect(onread === null ? options : { ...options, onread });
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      socket.off('error', failed);
      act();
    };
    const fail = (error: unknown): void =>
      settle(() => {
        // A second error may follow the first on the way down; it has nobody left to tell.
        socket.on('error', () => {});
        socket.destroy();
        reject(error);
      });
    const failed = (error: Error): void => fail(error);
    const aborted = (): void => fail(signal?.reason);
    const timer = setTimeout(() => fail(new ConnectTimeout(`connect ${host}:${port} took too long`)), timeoutMs);
    socket.once('error', failed);
    socket.once('connect', () => settle(() => resolve(socket)));
    signal?.addEventListener('abort', aborted, { once: true });
    if (signal?.aborted === true) aborted();
  });
