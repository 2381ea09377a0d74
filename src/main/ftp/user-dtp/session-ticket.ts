import type { EventEmitter } from 'node:events';
import type { TLSSocket } from 'node:tls';

/** Milliseconds that a ticket is waited for: it comes a round trip behind the handshake, or never. */
const PATIENCE = 1_000;

/**
 * Settles when TLS 1.3's session ticket has come (RFC 8446 4.6.1), is not going to come, or after a second.
 *
 * Many a proxy (microsocks, tinyproxy) closes both of its connections when one direction ends. With a ticket unread, its
 * close resets the server's connection under the last of an upload: vsftpd answers 426. So an upload that is shorter than
 * a round trip is not ended before the ticket is here.
 */
export const ticketArrived = (socket: EventEmitter & Pick<TLSSocket, 'getProtocol' | 'destroyed'>): Promise<void> =>
  new Promise((resolve) => {
    if (socket.getProtocol() !== 'TLSv1.3' || socket.destroyed) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      socket.off('session', done).off('close', done);
      // Node tells of the ticket while OpenSSL is still reading it; a close_notify from in there would never leave.
      setImmediate(resolve);
    };
    const timer = setTimeout(done, PATIENCE);
    socket.once('session', done).once('close', done);
  });
