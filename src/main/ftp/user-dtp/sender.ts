import type { ByteCounter, DataSource, Pace } from '../engine.ts';
import { BUFFER_BYTES, keepBuffer, takeBuffer } from './buffer-pool.ts';
import type { Codec } from './conversion/codec.ts';
import { asDataFault, dataFault } from './data-fault.ts';
import type { DataStream } from './data-stream.ts';
import { mostAtOnce, turnAfter } from './turn-share.ts';

/** Bytes sent at once in the beginning, and over a line that takes its time for them. */
const LEAST_PIECE = 64 * 1024;
/** Milliseconds. A piece that is gone sooner is followed by a larger one, one that takes longer by a smaller one. */
const SOON = 25;
const LONG = 250;

export interface SenderOptions {
  readonly source: DataSource;
  readonly counter: ByteCounter;
  /** null: the bytes go through as they are. */
  readonly codec: Codec | null;
  /** Null: as fast as the server takes it. */
  readonly pace: Pace | null;
  /** Milliseconds without a byte taken that end the transfer; time that the source and the pace take does not count. */
  readonly idleMs: number;
  /** Waited for before the data connection is ended; left out: nothing. */
  readonly endAfter?: Promise<void> | undefined;
}

/**
 * The sending half of a user-DTP: source to data connection, one buffer read while the other is sent. Settles when
 * everything, with TLS the close_notify too, and the FIN have been handed to the network; the socket stays open, as
 * closing it on unread bytes of the server's (TLS tickets) would reset the connection and lose what is under way.
 * Faults: `data-connection`, those of the conversion, and what the source rejects with; the socket stays open then, too.
 */
export const send = async (socket: DataStream, options: SenderOptions): Promise<void> => {
  const { source, counter, codec, pace, idleMs, endAfter } = options;
  const failure = Promise.withResolvers<never>();
  let sourceBusy = true;
  let pacing = false;
  let finished = false;
  let failed = false;
  failure.promise.catch(() => {
    failed = true;
  });

  socket.on('error', (error) => {
    // Everything is handed over: whether the server has it is for its reply to say. One that closes in a hurry, with
    // our close_notify unread, resets a connection that served its purpose.
    if (!finished) failure.reject(asDataFault(error, 'after-preliminary-reply'));
  });
  const closed = (): void => {
    if (!finished)
      failure.reject(dataFault('after-preliminary-reply', 'closed', 'the server closed the data connection'));
  };
  socket.on('end', closed).on('close', closed);
  socket.on('timeout', () => {
    if (sourceBusy || pacing) socket.setTimeout(idleMs);
    else failure.reject(dataFault('after-preliminary-reply', 'timeout', `no data taken for ${idleMs / 1000} s`));
  });
  socket.setTimeout(idleMs);
  socket.resume();

  const handOver = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      if (bytes.length === 0) return resolve();
      socket.write(bytes, (error) => (error ? reject(asDataFault(error, 'after-preliminary-reply')) : resolve()));
    });
  const writePaced = async (bytes: Uint8Array, by: Pace): Promise<void> => {
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + by.piece);
      at += piece.length;
      const turn = by.turn(piece.length);
      await handOver(piece);
      if (turn === null) continue;
      pacing = true;
      await turn;
      pacing = false;
      // The transfer has ended meanwhile: nothing more is read or told.
      if (failed) await failure.promise;
    }
  };
  const write = (bytes: Uint8Array): Promise<void> => (pace === null ? handOver(bytes) : writePaced(bytes, pace));

  const pump = async (): Promise<void> => {
    const buffers = [takeBuffer(), takeBuffer()] as const;
    let writing: Promise<void> = Promise.resolve();
    let piece = pace?.piece ?? LEAST_PIECE;
    for (let turn = 0; ; turn = 1 - turn) {
      const buffer = buffers[turn === 0 ? 0 : 1];
      sourceBusy = true;
      const length = await source.read(buffer.subarray(0, Math.min(piece, mostAtOnce())));
      sourceBusy = false;
      await turnAfter(length);
      await writing;
      if (length === 0) break;
      const bytes = buffer.subarray(0, length);
      const began = performance.now();
      writing = write(codec === null ? bytes : codec.push(bytes)).then(() => {
        counter.bytes += length;
        if (pace === null) piece = nextPiece(piece, performance.now() - began);
      });
      // It is awaited after the next read, and may fail before that.
      writing.catch(() => {});
    }
    // All of it is written, and nothing refers to them; after a fault the socket still might.
    buffers.forEach(keepBuffer);
    if (codec !== null) await write(codec.end());
    await endAfter;
    finished = true;
    await new Promise<void>((resolve) => {
      socket.end(resolve);
    });
  };

  await Promise.race([pump(), failure.promise]);
};

/** As little at once that the counter does not jump, as much that a fast line is kept busy: each piece costs a turn. */
const nextPiece = (piece: number, tookMs: number): number => {
  if (tookMs < SOON) return Math.min(BUFFER_BYTES, piece * 2);
  return tookMs > LONG ? Math.max(LEAST_PIECE, piece / 2) : piece;
};
