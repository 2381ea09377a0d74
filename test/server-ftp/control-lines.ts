import type { ServerScript } from './script.ts';

const IAC = 0xff;
const DM = 0xf2;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Takes the bytes of a control connection apart into command lines (RFC 959 5.3: Telnet end-of-line), with Telnet
 * signals left out: `FF F4` (IP) and `FF F2` (Synch's mark) before an ABOR, `FF FB`..`FE x` negotiations, and `FF FF`
 * as the byte 255.
 */
export class ControlLines {
  #pending: number[] = [];
  #telnet: 'text' | 'command' | 'option' = 'text';
  readonly #interrupt: NonNullable<ServerScript['interrupt']>;

  constructor(interrupt: ServerScript['interrupt']) {
    this.#interrupt = interrupt ?? 'understood';
  }

  /** The lines that `bytes` completed, a character a byte, without their end. */
  push(bytes: Uint8Array): string[] {
    const lines: string[] = [];
    for (const byte of bytes) {
      if (this.#interrupt !== 'understood') lines.push(...this.#raw(byte));
      else if (this.#telnet === 'option') this.#telnet = 'text';
      else if (this.#telnet === 'command') {
        this.#telnet = byte >= 0xfb && byte <= 0xfe ? 'option' : 'text';
        if (byte === IAC) this.#pending.push(IAC);
      } else if (byte === IAC) this.#telnet = 'command';
      else if (byte === LF) lines.push(this.#take());
      else this.#pending.push(byte);
    }
    return lines;
  }

  /** Telnet is text like any other; what ftp-srv takes for a command ends before the mark's own byte. */
  #raw(byte: number): string[] {
    if (byte === LF) return [this.#take()];
    const mark = byte === DM && this.#pending.at(-1) === IAC && this.#interrupt === 'garbage-twice';
    const before = mark ? [this.#take()] : [];
    this.#pending.push(byte);
    return before;
  }

  #take(): string {
    const line = Buffer.from(this.#pending);
    this.#pending = [];
    return line.subarray(0, line.at(-1) === CR ? -1 : undefined).toString('latin1');
  }
}
