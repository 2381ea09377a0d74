import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { bytesOf } from './pathnames.ts';

/** Writes all of `bytes`; rejects where the connection is gone. */
export const writeAll = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

/** A script's text as it goes out: with CRLF unless it ends in LF already; bytes exactly as they are. */
export const scriptedBytes = (text: string | Uint8Array): Buffer =>
  typeof text !== 'string' ? Buffer.from(text) : Buffer.from(text === '' || text.endsWith('\n') ? text : `${text}\r\n`);

/** One of the server's own replies, a character a byte; each inner LF begins a further line. */
export const replyBytes = (text: string): Buffer => bytesOf(`${text.replaceAll('\n', '\r\n')}\r\n`);

/** The server's end of a control connection for writing: in order, in one piece or in the small pieces of a script. */
export class ReplyWriter {
  #socket: Socket;
  readonly #bytesAtATime: number;
  readonly #pause: number;
  readonly #onReply: () => void;
  #last: Promise<void> = Promise.resolve();

  /** `onReply` is told before anything goes out. */
  constructor(socket: Socket, bytesAtATime: number, pauseMs: number, onReply: () => void) {
    this.#socket = socket;
    this.#bytesAtATime = bytesAtATime;
    this.#pause = pauseMs;
    this.#onReply = onReply;
  }

  /** From here on over this socket: the one that TLS has been put on. */
  moveTo(socket: Socket): void {
    this.#socket = socket;
  }

  /** Resolves when the bytes have left, also where the client no longer takes them. */
  write(bytes: Uint8Array): Promise<void> {
    this.#last = this.#last.then(() => this.#send(bytes)).catch(() => {});
    return this.#last;
  }

  /** Goes on and on until the client closes. */
  async writeEndlessly(kind: 'line' | 'reply' | 'replies'): Promise<void> {
    const piece = { line: 'x'.repeat(4096), reply: '200-more\r\n'.repeat(400), replies: '150 more\r\n'.repeat(400) }[
      kind
    ];
    await this.write(Buffer.from(kind === 'line' ? '200 ' : ''));
    const bytes = Buffer.from(piece);
    try {
      for (;;) {
        await writeAll(this.#socket, bytes);
        await nextTurn();
      }
    } catch {
      // The client has closed: that is the end that was waited for.
    }
  }

  async #send(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.#onReply();
    if (this.#bytesAtATime === 0) return writeAll(this.#socket, bytes);
    for (let at = 0; at < bytes.length; at += this.#bytesAtATime) {
      await writeAll(this.#socket, bytes.subarray(at, at + this.#bytesAtATime));
      if (this.#pause > 0) await pause(this.#pause);
      else await nextTurn();
    }
  }
}
