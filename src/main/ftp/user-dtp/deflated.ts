import { Duplex } from 'node:stream';
import { createDeflate, createInflate, type Zlib } from 'node:zlib';
import { systemWords } from '../network/connection-cause.ts';
import { BUFFER_BYTES } from './buffer-pool.ts';
import { malformed, noEndOfFile } from './conversion/faults.ts';
import type { DataStream } from './data-stream.ts';

/**
 * MODE Z (draft-preston-ftpext-deflate): what stream mode would carry goes over the data connection as one zlib stream
 * (RFC 1950). These are data connections over another one, which is a socket or TLS over it; the timeout is the
 * network's.
 */
class DeflateStream extends Duplex implements DataStream {
  readonly #under: DataStream;

  constructor(under: DataStream, options: ConstructorParameters<typeof Duplex>[0]) {
    super({ allowHalfOpen: true, ...options });
    this.#under = under;
    under.on('timeout', () => this.emit('timeout'));
    // Behind the end of what the server sends there may still be bytes on their way through zlib.
    under.on('error', (error) => {
      if (!under.readableEnded) this.destroy(error);
    });
    under.on('close', () => {
      if (!under.readableEnded) this.destroy();
    });
    if (under.destroyed) this.destroy();
  }

  setTimeout(milliseconds: number): void {
    this.#under.setTimeout(milliseconds);
  }
}

/**
 * The data connection of a transfer to us. What the network brings is taken only as fast as it is read here once it
 * is blown up: a stream that would become a thousand times as long fills no memory, only the sink.
 *
 * Faults: `protocol: malformed-data` for what is no zlib stream and for bytes behind it, `no-end-of-file` where the
 * connection ends within it.
 */
export const inflating = (under: DataStream): DataStream => {
  const inflate = createInflate({ chunkSize: BUFFER_BYTES / 4 });
  let received = 0;
  let ended = false;

  const stream: DataStream = new DeflateStream(under, {
    read: () => {
      inflate.resume();
    },
    write: (_bytes, _encoding, done) => done(),
    final(done) {
      under.end();
      done();
    },
    destroy(error, done) {
      inflate.destroy();
      under.destroy();
      done(error);
    },
  });
  /** zlib stops at the end of its stream and says nothing of what lies behind. */
  const refuseMore = (): void => {
    if (consumed(inflate) < received) stream.destroy(malformed('bytes behind the end of the compressed data'));
  };

  under.on('data', (bytes: Buffer) => {
    received += bytes.length;
    if (ended) refuseMore();
    else if (!inflate.write(bytes)) under.pause();
  });
  under.on('end', () => {
    if (!ended) inflate.end();
  });
  inflate.on('drain', () => under.resume());
  inflate.on('data', (bytes: Buffer) => {
    if (!stream.push(bytes)) inflate.pause();
  });
  inflate.on('end', () => {
    ended = true;
    refuseMore();
    if (!stream.destroyed) stream.push(null);
  });
  inflate.on('error', (error) => {
    const cut = 'code' in error && error.code === 'Z_BUF_ERROR';
    const detail = `compressed data: ${systemWords(error)}`;
    stream.destroy(cut ? noEndOfFile(detail) : malformed(detail));
  });
  inflate.pause();
  return stream;
};

/** Bytes that zlib has taken in. */
const consumed = (zlib: Zlib): number => zlib.bytesWritten;

/** The data connection of a transfer from us. */
export const deflating = (under: DataStream): DataStream => {
  const deflate = createDeflate();
  const stream: DataStream = new DeflateStream(under, {
    read: () => {},
    write(bytes: Uint8Array, _encoding, done) {
      deflate.write(bytes, done);
    },
    final(done) {
      deflate.once('end', () => under.end(done));
      deflate.end();
    },
    destroy(error, done) {
      deflate.destroy();
      under.destroy();
      done(error);
    },
  });
  deflate.on('data', (bytes: Buffer) => {
    if (!under.write(bytes)) deflate.pause();
  });
  under.on('drain', () => deflate.resume());
  under.on('end', () => stream.push(null));
  under.resume();
  return stream;
};
