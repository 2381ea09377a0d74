import type { OnReadOpts, Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** Bytes deciphered at once, in one go. */
const CIPHERED_BYTES = 256 * 1024;

/** A stream between TLS and its socket; see {@link createTlsUnderlay}. */
export interface TlsUnderlay {
  /** For a socket that is made for this underlay: the system reads into one buffer, used over and over. */
  readonly onread: OnReadOpts;
  /**
   * The stream for TLS to run on.
   * @param direct whether the socket was made with `onread`
   */
  over(socket: Socket, direct: boolean): Duplex;
  /** The TLS connection that runs on it: while that holds back what it has taken in, its end does not show either. */
  carries(tls: Duplex): void;
  /** Whether TLS was told of the end of the connection, because it had not ended by close_notify before. */
  readonly endForwarded: boolean;
}

/**
 * Tells the two ends of a TLS connection apart. Node reports `end` alike for a close_notify and for a mere FIN, and a
 * FIN can be forged by anybody on the way (RFC 8446 6.1: "truncation attack"). So the FIN is held back until TLS has
 * taken in every byte before it; a TLS socket that ends only when the FIN is passed on was never told goodbye by its
 * peer.
 */
export const createTlsUnderlay = (): TlsUnderlay => {
  let endForwarded = false;
  let socketEnded = false;
  let socket: Socket | null = null;
  let buffer: Buffer | null = null;
  let tls: Duplex | null = null;

  /** TLS has been given all bytes once nothing is left unread here, and has shown them once its reader took them. */
  const isThrough = (): boolean =>
    stream.readableLength === 0 && (tls === null || (!tls.isPaused() && tls.readableLength === 0));
  /** What TLS made of the last bytes shows a turn later. */
  const forwardEnd = (): void => {
    if (!socketEnded || endForwarded || !isThrough()) return;
    setImmediate(() => {
      if (stream.destroyed || endForwarded || !isThrough()) return;
      endForwarded = true;
      stream.push(null);
    });
  };

  const stream = new Duplex({
    allowHalfOpen: true,
    read() {
      if (socketEnded) forwardEnd();
      else socket?.resume();
    },
    write(bytes: Uint8Array, _encoding, done) {
      socket?.write(bytes, done);
    },
    final(done) {
      socket?.end(done);
    },
    destroy(error, done) {
      socket?.destroy();
      done(error);
    },
  });

  return {
    onread: {
      buffer() {
        buffer ??= Buffer.allocUnsafeSlow(CIPHERED_BYTES);
        return buffer;
      },
      callback(length, bytes) {
        const wanted = stream.push(bytes.subarray(0, length));
        // TLS copies what it is given at once; what had to be queued instead keeps the buffer.
        if (stream.readableLength > 0) buffer = null;
        return wanted;
      },
    },
    over(connected, direct) {
      socket = connected;
      if (!direct) {
        connected.on('data', (bytes) => {
          if (!stream.push(bytes)) connected.pause();
        });
        connected.pause();
      }
      const ended = (): void => {
        socketEnded = true;
        forwardEnd();
      };
      connected.on('end', ended);
      connected.on('error', (error) => stream.destroy(error));
      connected.on('close', () => stream.destroy());
      if (connected.readableEnded) ended();
      else if (connected.destroyed) stream.destroy();
      return stream;
    },
    carries(connection) {
      tls = connection;
      // It was held back for as long as the reader took no more.
      tls.on('data', forwardEnd).on('resume', forwardEnd);
    },
    get endForwarded() {
      return endForwarded;
    },
  };
};
