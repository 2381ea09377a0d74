import { once } from 'node:events';
import { Duplex } from 'node:stream';
import type { Pace } from '../engine.ts';
import { systemWords } from '../network/connection-cause.ts';
import { malformed, noEndOfFile } from './conversion/faults.ts';
import type { DataStream } from './data-stream.ts';
import { PacedInput } from './paced-input.ts';

/**
 * MODE Z (draft-preston-ftpext-deflate): what stream mode would carry goes over the data connection as one zlib stream
 * (RFC 1950). These are data connections over another one, which is a socket or TLS over it; the timeout is the
 * network's.
 */
class DeflateStream extends Duplex implements DataStream {
  readonly #under: DataStream;
  #idleMs = 0;

  /** @param waits whether the network stands still because the pace has it wait */
  constructor(under: DataStream, waits: () => boolean, options: ConstructorParameters<typeof Duplex>[0]) {
    super({ allowHalfOpen: true, ...options });
    this.#under = under;
    under.on('timeout', () => {
      if (waits()) under.setTimeout(this.#idleMs);
      else this.emit('timeout');
    });
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
    this.#idleMs = milliseconds;
    this.#under.setTimeout(milliseconds);
  }
}

/** Not imported: few transfers need it, and it takes its time to load. */
const zlib = () => process.getBuiltinModule('node:zlib');

/** Bytes that are blown up at once. */
const INFLATED_BYTES = 64 * 1024;

const NO_PACE: Pace = { piece: Number.POSITIVE_INFINITY, turn: () => null };

/**
 * The data connection of a transfer to us. What the network brings is taken only as fast as it is read here once it
 * is blown up: a stream that would become a thousand times as long fills no memory, only the sink.
 *
 * Faults: `protocol: malformed-data` for what is no zlib stream and for bytes behind it, `no-end-of-file` where the
 * connection ends within it.
 */
export const inflating = (under: DataStream, given: Pace | null): DataStream => {
  const inflate = zlib().createInflate({ chunkSize: INFLATED_BYTES });
  let received = 0;
  /** zlib's stream has ended. */
  let ended = false;
  /** The connection has ended, and all it brought is with zlib. */
  let allTaken = false;
  /** zlib has no room for more. */
  let full = false;

  const stream: DataStream = new DeflateStream(under, () => input.holds, {
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
    if (inflate.bytesWritten < received) stream.destroy(malformed('bytes behind the end of the compressed data'));
  };

  const readOn = (): void => {
    if (!full && !input.holds) under.resume();
  };
  const input = new PacedInput({
    pace: given ?? NO_PACE,
    through(bytes) {
      received += bytes.length;
      if (ended) refuseMore();
      else if (!inflate.write(bytes)) {
        full = true;
        under.pause();
      }
    },
    hold: () => under.pause(),
    goOn: readOn,
  });

  under.on('data', (bytes: Buffer) => input.take(bytes));
  under.on('end', () =>
    input.whenThrough(() => {
      allTaken = true;
      if (!ended) inflate.end();
      else if (!stream.destroyed) stream.push(null);
    }),
  );
  inflate.on('drain', () => {
    full = false;
    readOn();
  });
  inflate.on('data', (bytes: Buffer) => {
    if (!stream.push(bytes)) inflate.pause();
  });
  inflate.on('end', () => {
    ended = true;
    refuseMore();
    // As in stream mode the file ends with the connection: only then is it known that nothing lies behind.
    full = false;
    readOn();
    if (allTaken && !stream.destroyed) stream.push(null);
  });
  inflate.on('error', (error) => {
    const cut = 'code' in error && error.code === 'Z_BUF_ERROR';
    const detail = `compressed data: ${systemWords(error)}`;
    stream.destroy(cut ? noEndOfFile(detail) : malformed(detail));
  });
  inflate.pause();
  // A connection that the server made stands still until it is wanted.
  under.resume();
  return stream;
};

/** Bytes compressed together, and how many times more than they become they may be. */
const PIECE_BYTES = 16 * 1024;
const MOST_EXPANSION = 5;
/** A stored block of no bytes (RFC 1951 3.2.4): it means nothing and takes five bytes. */
const EMPTY_BLOCK = Uint8Array.of(0x00, 0x00, 0x00, 0xff, 0xff);

/**
 * The data connection of a transfer from us.
 *
 * ProFTPD's mod_deflate (1.3.8) reads up to 16 KiB and makes at most 128 KiB of them; what it has not looked at by then
 * it loses, and ends with 451. So no 16 KiB on the wire may stand for more than that. Each piece of the file ends on a
 * byte, and where it became less than a fifth of itself, empty blocks follow it: 16 KiB are then at most 80 KiB, and
 * two pieces of which only an end lies within.
 */
export const deflating = (under: DataStream, given: Pace | null): DataStream => {
  const pace = given ?? NO_PACE;
  // With room for all that a piece can become, zlib never has to wait within one.
  const { constants, createDeflate } = zlib();
  const deflate = createDeflate({ chunkSize: 2 * PIECE_BYTES });

  const compressed = (piece: Uint8Array): Promise<Buffer> =>
    new Promise((resolve) => {
      deflate.write(piece);
      deflate.flush(constants.Z_SYNC_FLUSH, () => resolve(deflate.read() ?? Buffer.alloc(0)));
    });
  let waits = false;
  const pass = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length && !under.destroyed; ) {
      const piece = bytes.subarray(at, at + pace.piece);
      at += piece.length;
      const turn = pace.turn(piece.length);
      if (!under.write(piece)) await once(under, 'drain');
      if (turn === null) continue;
      waits = true;
      await turn;
      waits = false;
    }
  };
  const compress = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      const result = await compressed(piece);
      const missing = Math.max(0, Math.ceil(piece.length / MOST_EXPANSION) - result.length);
      const padding = Array.from({ length: Math.ceil(missing / EMPTY_BLOCK.length) }, () => EMPTY_BLOCK);
      await pass(Buffer.concat([result, ...padding]));
    }
  };
  const finish = async (): Promise<void> => {
    deflate.end();
    for await (const bytes of deflate) await pass(bytes);
  };

  const stream: DataStream = new DeflateStream(under, () => waits, {
    read: () => {},
    write(bytes: Uint8Array, _encoding, done) {
      compress(bytes).then(() => done(), done);
    },
    final(done) {
      finish().then(() => under.end(done), done);
    },
    destroy(error, done) {
      deflate.destroy();
      under.destroy();
      done(error);
    },
  });
  under.on('end', () => stream.push(null));
  under.resume();
  return stream;
};
