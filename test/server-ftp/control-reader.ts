import type { Socket } from 'node:net';
import type { ControlLines } from './control-lines.ts';

/** Reads command lines from whatever socket carries the control connection at the time. */
export class ControlReader {
  readonly #onLine: (line: string) => void;
  readonly #lines: ControlLines;
  #socket: Socket | null = null;
  readonly #read = (bytes: Buffer): void => {
    for (const line of this.#lines.push(bytes)) this.#onLine(line);
  };

  constructor(lines: ControlLines, onLine: (line: string) => void) {
    this.#lines = lines;
    this.#onLine = onLine;
  }

  attach(socket: Socket): void {
    this.#socket = socket;
    socket.on('data', this.#read);
    socket.resume();
  }

  /** Leaves every further byte to others: to TLS. */
  detach(): void {
    this.#socket?.off('data', this.#read);
    this.#socket?.pause();
  }
}
