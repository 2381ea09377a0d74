const CR = 0x0d;
const LF = 0x0a;
const ONE_CR = Uint8Array.of(CR);

/** What ends a line: the last byte of its end, and whether that alone does, or with a CR before it. */
export interface LineEnds {
  readonly last: number;
  readonly alone: boolean;
  readonly afterCr: boolean;
}

/** The NVT's CR LF and nothing else (RFC 959 3.1.1.1). */
export const CR_LF_ONLY: LineEnds = { last: LF, alone: false, afterCr: true };
/** LF, and a CR LF as one: what text on this disk may have, whichever system it came from. */
export const LF_OR_CR_LF: LineEnds = { last: LF, alone: true, afterCr: true };
/** One byte: LF for the records of a binary file, NL for EBCDIC text. */
export const only = (last: number): LineEnds => ({ last, alone: true, afterCr: false });

export interface SplitTo {
  /** Bytes of a line, in pieces of any length. */
  text(bytes: Uint8Array): void;
  lineEnd(): void;
}

/** Tells lines and their ends apart. A CR is held back until the byte behind it says whether it belongs to an end. */
export class LineSplitter {
  readonly #ends: LineEnds;
  readonly #to: SplitTo;
  #heldCr = false;

  constructor(ends: LineEnds, to: SplitTo) {
    this.#ends = ends;
    this.#to = to;
  }

  /** Whether a CR is held back. */
  get holding(): boolean {
    return this.#heldCr;
  }

  push(bytes: Uint8Array): void {
    // No byte says nothing about a CR that is held back.
    if (bytes.length === 0) return;
    const { last, alone, afterCr } = this.#ends;
    let at = 0;
    if (this.#heldCr) {
      this.#heldCr = false;
      if (bytes[0] === last) {
        this.#to.lineEnd();
        at = 1;
      } else this.#to.text(ONE_CR);
    }
    let from = at;
    for (;;) {
      const end = bytes.indexOf(last, from);
      if (end === -1) break;
      const cr = afterCr && end > at && bytes[end - 1] === CR;
      from = end + 1;
      if (!cr && !alone) continue;
      this.#tell(bytes.subarray(at, cr ? end - 1 : end));
      this.#to.lineEnd();
      at = from;
    }
    this.#heldCr = afterCr && bytes.length > at && bytes.at(-1) === CR;
    this.#tell(bytes.subarray(at, this.#heldCr ? -1 : bytes.length));
  }

  /** No byte follows: a CR that was held back is one of the line. */
  flush(): void {
    if (this.#heldCr) this.#to.text(ONE_CR);
    this.#heldCr = false;
  }

  #tell(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#to.text(bytes);
  }
}
