import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

export interface TlsUnderlay {
  /** What TLS is to run on in place of the socket. */
  readonly stream: Duplex;
  /** Whether TLS was told of the end of the connection, because it had not ended by close_notify before. */
  readonly endForwarded: boolean;
}

/**
 * A stream between TLS and its socket that tells the two ends of a TLS connection apart: Node reports `end` alike
 * for a close_notify and for a mere FIN, and a FIN can be forged by anybody on the way (RFC 8446 6.1: "truncation
 * attack"). So the FIN is held back until TLS has taken in every byte before it; a TLS socket that ends only when the
 * FIN is passed on was never told goodbye by its peer.
 */
export const createTlsUnderlay = (socket: Socket): TlsUnderlay => {
  let endForwarded = false;
  let socketEnded = false;

  /** TLS has been given all bytes once nothing is left unread here; what it made of them shows a turn later. */
  const forwardEnd = (): void => {
    if (!socketEnded || endForwarded || stream.readableLength > 0) return;
    setImmediate(() => {
      if (stream.destroyed || endForwarded) return;
      endForwarded = true;
      stream.push(null);
    });
  };

  const stream = new Duplex({
    allowHalfOpen: true,
    read() {
      if (socketEnded) forwardEnd();
      else socket.resume();
    },
    write(bytes: Uint8Array, _encoding, done) {
      socket.write(bytes, done);
    },
    final(done) {
      socket.end(done);
    },
    destroy(error, done) {
      socket.destroy();
      done(error);
    },
  });

  socket.on('data', (bytes) => {
    if (!stream.push(bytes)) socket.pause();
  });
  socket.on('end', () => {
    socketEnded = true;
    forwardEnd();
  });
  socket.on('error', (error) => stream.destroy(error));
  socket.on('close', () => stream.destroy());
  socket.pause();

  return {
    stream,
    get endForwarded() {
      return endForwarded;
    },
  };
};
