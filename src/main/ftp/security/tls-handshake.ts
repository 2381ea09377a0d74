import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import { ConnectTimeout } from '../network/tcp-connect.ts';

export interface HandshakeOptions {
  /** A connected socket, or a stream over one. */
  readonly socket: Duplex;
  /** The name or address the person asked for: servers resume a session only under the name it was made with. */
  readonly host: string;
  readonly context: SecureContext;
  /** The session to resume, or null. */
  readonly session: Buffer | null;
  readonly timeoutMs: number;
  /** Told of each ticket as it arrives. */
  readonly onSession: (session: Buffer) => void;
  readonly signal: AbortSignal | null;
}

/**
 * A TLS handshake as client. The certificate is NOT yet judged when the promise settles, so that a person can be asked:
 * the caller has to, before it sends or believes a byte.
 * Rejects with OpenSSL's or the system's error, with {@link ConnectTimeout}, or with the signal's reason.
 */
export const tlsHandshake = (options: HandshakeOptions): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const { socket, host, context, session, timeoutMs, onSession, signal } = options;
    const secured = connect({
      socket,
      host,
      // RFC 6066 3: an address is not allowed in server_name.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      secureContext: context,
      ...(session === null ? {} : { session }),
      // RFC 7301: keeps a server of another protocol that shows the same certificate from being talked to (ALPACA).
      ALPNProtocols: ['ftp'],
      rejectUnauthorized: false,
    });
    secured.on('session', onSession);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      secured.off('error', fail);
      secured.off('close', closed);
      act();
    };
    const fail = (error: unknown): void =>
      settle(() => {
        // A second error may follow the first on the way down; it has nobody left to tell.
        secured.on('error', () => {});
        secured.destroy();
        socket.destroy();
        reject(error);
      });
    const aborted = (): void => fail(signal?.reason);
    const closed = (): void => fail(new Error('closed during the TLS handshake'));
    const timer = setTimeout(() => fail(new ConnectTimeout('the TLS handshake took too long')), timeoutMs);
    secured.once('error', fail);
    secured.once('close', closed);
    secured.once('secureConnect', () => settle(() => resolve(secured)));
    signal?.addEventListener('abort', aborted, { once: true });
    if (signal?.aborted === true) aborted();
  });
