import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { MalformedData } from './codecs/items.ts';
import { endDataConnection } from './data-ending.ts';
import type { Receiving, Sending } from './payload.ts';
import { writeAll } from './reply-writer.ts';
import type { DataScript } from './script.ts';
import type { DataRecord } from './server-state.ts';
import type { Session } from './session.ts';
import { TransferRefused } from './transfer-refused.ts';

/** Milliseconds for a client to close its side after the end of the file. */
const LAST_WAIT = 1_000;

/** Moves the bytes of one transfer over its data connection, as the script wants it. */
export class DataMover {
  readonly #session: Session;
  readonly #script: DataScript;
  readonly #record: DataRecord;
  readonly #plain: Socket;
  readonly #socket: Socket;
  #aborted = false;
  #stop = (): void => {};
  readonly #stopped = new Promise<void>((resolve) => {
    this.#stop = resolve;
  });

  /** `socket` is the TLS socket over `plain`, or the same. */
  constructor(
    session: Session,
    script: DataScript,
    record: DataRecord,
    { plain, socket }: { readonly plain: Socket; readonly socket: Socket },
  ) {
    this.#session = session;
    this.#script = script;
    this.#record = record;
    this.#plain = plain;
    this.#socket = socket;
  }

  /** What is under way fails. */
  stop(): void {
    this.#aborted = true;
    this.#stop();
  }

  async send(sending: Sending): Promise<void> {
    this.#vanishIfDue();
    const { content, endWhen, ending = 'close' } = this.#script;
    await this.#sendAll(content === undefined ? sending.send(this.#script) : [Buffer.from(content)]);
    await Promise.race([endWhen, this.#stopped]);
    if (this.#aborted) throw new Error('aborted');
    const closed = closeOf(this.#socket);
    await endDataConnection(this.#plain, this.#socket, ending);
    if (!this.#session.server.script.holdsCompletion || ending !== 'close') return;
    await closed;
    this.#session.trips.answersNow();
  }

  async receive(receiving: Receiving): Promise<void> {
    this.#vanishIfDue();
    if (this.#script.stopAfter === 0) throw new Error('stopped');
    const ended = await this.#receiveAll(receiving);
    if (this.#aborted || this.#socket.errored) throw new Error('aborted');
    this.#session.trips.answersNow();
    if (!ended) await receiving.end();
    await Promise.race([closeOf(this.#socket), pause(LAST_WAIT, undefined, { ref: false })]);
  }

  async #sendAll(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    // Who only reads may end the connection early; then writing fails, which is how it is noticed.
    this.#socket.resume();
    for await (const chunk of chunks) {
      for (const piece of this.#pieces(chunk)) {
        const part = piece.subarray(0, this.#allowance());
        if (part.length === 0) return;
        if (this.#aborted) throw new Error('aborted');
        await writeAll(this.#socket, part);
        await this.#counted(part.length);
      }
    }
  }

  /** Until the client has closed, or has not although the file has ended; whether the end was in the data. */
  async #receiveAll(receiving: Receiving): Promise<boolean> {
    const { stopAfter = Number.POSITIVE_INFINITY } = this.#script;
    let ended = false;
    try {
      for await (const chunk of this.#socket) {
        for (const piece of this.#pieces(chunk)) {
          const part = piece.subarray(0, this.#allowance());
          const ending = await receiving.receive(part);
          await this.#counted(part.length);
          if (ending && !ended) this.#endInTime();
          ended ||= ending;
          if (this.#record.bytes >= stopAfter) throw new Error('stopped');
        }
      }
    } catch (error) {
      if (!ended || error instanceof MalformedData || error instanceof TransferRefused) throw error;
    }
    return ended;
  }

  /** RFC 959 3.2: it is the server's to close. A client that does not follow is not waited for. */
  #endInTime(): void {
    this.#socket.end();
    setTimeout(() => this.#socket.destroy(), LAST_WAIT).unref();
  }

  *#pieces(chunk: Uint8Array): Iterable<Uint8Array> {
    const size = this.#script.chunkBytes ?? Math.max(1, chunk.length);
    for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
  }

  /** How many bytes may still pass before the script stops or cuts the transfer. */
  #allowance(): number {
    const { stopAfter = Number.POSITIVE_INFINITY, vanishAfter = Number.POSITIVE_INFINITY } = this.#script;
    return Math.min(stopAfter, vanishAfter) - this.#record.bytes;
  }

  async #counted(bytes: number): Promise<void> {
    this.#record.bytes += bytes;
    this.#vanishIfDue();
    if (this.#script.chunkPause) await pause(this.#script.chunkPause);
  }

  #vanishIfDue(): void {
    if (this.#script.vanishAfter === undefined || this.#record.bytes < this.#script.vanishAfter) return;
    this.#session.record.reset();
    this.#plain.destroy();
    throw new Error('vanished');
  }
}

/** Resolves when the connection is gone, in whichever way. */
const closeOf = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });
