import type { OnReadOpts } from 'node:net';
import { FaultError } from '#shared/fault.ts';
import type { ByteCounter, Checkpoint, DataSink, Pace, SuspectData } from '../engine.ts';
import type { ConversionEnds } from './conversion/conversion.ts';
import { receivingCodec } from './conversion/receiving.ts';
import { asDataFault, dataFault } from './data-fault.ts';
import type { DataStream } from './data-stream.ts';
import { Intake } from './intake.ts';
import { PacedInput } from './paced-input.ts';
import { createSettledBytes } from './settled-bytes.ts';
import { mostAtOnce, spendTurn } from './turn-share.ts';

/**
 * Milliseconds for a server to close the data connection behind an end of file that was marked. Until then nothing may
 * come; a server that leaves it open, as it may, is not waited for any longer.
 */
const CLOSING_MS = 1_000;

export interface ReceiverOptions {
  readonly sink: DataSink;
  readonly counter: ByteCounter;
  /** null: the bytes go through as they are, whatever the parameters. */
  readonly conversion: ConversionEnds | null;
  /** Told of each restart marker of the server's once the sink has all bytes before it. */
  readonly onCheckpoint: (checkpoint: Checkpoint) => void;
  /** Null: as fast as it comes. */
  readonly pace: Pace | null;
  /** Milliseconds without a byte that end the transfer; time that the sink and the pace take does not count. */
  readonly idleMs: number;
}

/** The receiving half of a user-DTP: data connection to sink, through a few reused buffers, with back-pressure. */
export interface Receiver {
  /**
   * For a socket that is made for this receiver: the system reads straight into the buffers. Only where there is
   * nothing between the two, neither TLS nor compression; null where a conversion is.
   */
  readonly onread: OnReadOpts | null;
  /**
   * Takes everything to the end of the data connection, or to the end of the file where that is marked before it and
   * the connection stays open. Bytes behind a marked end are a fault: it may have been none.
   * @param direct whether the socket was made with `onread`
   * @param whole asked when the end has come: whether it was the sender's own (always so without TLS)
   * @returns when the sink has taken all of it
   * Faults: `data-connection`, `security: truncated`, those of the conversion, and what the sink rejects with. Behind
   * one nothing more is read, and the connection is for the caller to close: whether the server is told first differs.
   */
  run(connection: DataStream, direct: boolean, whole: () => boolean): Promise<void>;
  /** All that is wanted of the file has been handed to the sink: `run` settles when the sink has it. */
  enough(): void;
  /** Hands nothing more to the sink, whatever is still under way: the transfer has ended by what was said elsewhere. */
  stop(): void;
  /** Local bytes that came out of data marked as suspect. */
  readonly suspect: readonly SuspectData[];
}

export const createReceiver = (options: ReceiverOptions): Receiver => {
  const { sink, counter, conversion, onCheckpoint, pace, idleMs } = options;
  const settled = createSettledBytes();
  const onMarker = (checkpoint: Checkpoint): void =>
    settled.when(checkpoint.localBytes - (conversion?.from ?? 0), () => onCheckpoint(checkpoint));
  const codec = conversion === null ? null : receivingCodec({ ...conversion, onMarker });
  // A socket made with `onread` is given the next buffer right after each read, whether it is to read on or not.
  const ahead = codec === null ? 1 : 0;
  const result = Promise.withResolvers<void>();
  // A sink may fail on bytes that come before `run` is called; the fault is told there.
  result.promise.catch(() => {});
  let socket: DataStream | null = null;
  /** The sink has no room for more. */
  let paused = false;
  /** The pace has not yet called for more. */
  let pacing = false;
  /** The other data connections have their turn. */
  let resting = false;
  /** The end of the file was marked. */
  let marked = false;
  let ended = false;
  let failed = false;

  const fail = (error: unknown): void => {
    failed = true;
    intake.close();
    socket?.pause();
    result.reject(error);
  };

  const readOn = (): void => {
    if (!paused && !pacing && !resting && !failed && !ended) socket?.resume();
  };

  /** Nothing more comes; what has come is worth keeping. */
  const lose = (error: unknown): void => {
    if (!failed) intake.flush();
    fail(error);
  };

  const intake = new Intake({
    write: async (bytes) => {
      const handedOver = settled.handOver(bytes.length);
      await sink.write(bytes);
      counter.bytes += bytes.length;
      handedOver();
    },
    onWritten: () => {
      if (paused && !intake.isFull(ahead)) {
        paused = false;
        readOn();
      }
      if (ended && !intake.busy) result.resolve();
    },
    onFault: fail,
  });

  const end = (): void => {
    ended = true;
    intake.close();
    if (!intake.busy) result.resolve();
  };

  const finish = (): void => {
    if (ended || failed) return;
    try {
      if (codec !== null) intake.add(codec.end());
    } catch (error) {
      fail(error);
      return;
    }
    intake.flush();
    end();
  };

  const take = (bytes: Uint8Array): void => {
    if (failed || ended) return;
    try {
      intake.add(codec === null ? bytes : codec.push(bytes));
    } catch (error) {
      fail(error);
      return;
    }
    paused = intake.isFull(ahead);
    resting = !spendTurn(bytes.length, rested);
    if (paused || resting) socket?.pause();
    if (codec?.complete !== true || marked) return;
    marked = true;
    // In these modes the server may leave the connection open for a further file (RFC 959 3.3); each of ours has its own.
    socket?.end();
    socket?.setTimeout(CLOSING_MS);
  };

  const direct: OnReadOpts = {
    buffer() {
      const room = intake.room();
      if (room === undefined) return new Uint8Array();
      return room.subarray(0, Math.min(mostAtOnce(), pace?.piece ?? Number.POSITIVE_INFINITY));
    },
    callback(length) {
      intake.filled(length);
      paused = ended || intake.isFull(ahead);
      resting = !spendTurn(length, rested);
      const turn = pace?.turn(length) ?? null;
      if (turn !== null) {
        pacing = true;
        void turn.then(goOn);
      }
      return !paused && !pacing && !resting;
    },
  };
  const rested = (): void => {
    resting = false;
    readOn();
  };
  const goOn = (): void => {
    pacing = false;
    readOn();
  };

  const hold = (): void => {
    pacing = true;
    socket?.pause();
  };
  const input = pace === null ? null : new PacedInput({ pace, through: take, hold, goOn });

  return {
    onread: codec === null ? direct : null,
    enough() {
      socket?.pause();
      end();
    },
    stop() {
      failed = true;
      intake.close();
    },
    get suspect() {
      return codec?.suspect ?? [];
    },
    run(connected, isDirect, whole) {
      socket = connected;
      if (!isDirect) connected.on('data', input === null ? take : (bytes) => input.take(bytes));
      const atEnd = (): void => {
        if (ended) return;
        // Servers hold back the 226 until our side is closed as well: not a moment later, the sink may take its time.
        connected.end();
        if (marked || whole()) finish();
        else fail(truncated());
      };
      const closed = (): void => {
        if (marked) finish();
        else if (!ended)
          lose(dataFault('after-preliminary-reply', 'closed', 'the data connection was closed before its end'));
        intake.release();
      };
      connected.on('error', (error) => {
        // All is here already; a server that closes in a hurry answers our FIN with a reset.
        if (marked && !(error instanceof FaultError)) finish();
        else if (!ended && !connected.readableEnded) lose(asDataFault(error, 'after-preliminary-reply'));
      });
      const afterHeld = (done: () => void): void => (input === null ? done() : input.whenThrough(done));
      connected.on('end', () => afterHeld(atEnd));
      connected.on('close', () => (connected.readableEnded ? afterHeld(closed) : closed()));
      // A server may have closed before the transfer command was even answered.
      if (connected.readableEnded) atEnd();
      else if (connected.destroyed) closed();
      connected.on('timeout', () => {
        if (intake.busy || pacing) connected.setTimeout(marked ? CLOSING_MS : idleMs);
        else if (marked) finish();
        else lose(dataFault('after-preliminary-reply', 'timeout', `no data for ${idleMs / 1000} s`));
      });
      connected.setTimeout(idleMs);
      readOn();
      return result.promise;
    },
  };
};

const truncated = (): FaultError => {
  const detail = 'the data connection ended without close_notify';
  return new FaultError({ kind: 'security', stage: 'after-preliminary-reply', reason: 'truncated', detail });
};
