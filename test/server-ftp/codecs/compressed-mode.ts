import { encodeFrames, endsFile, type Framing, itemsOfFrame } from './descriptors.ts';
import { bytesAfterEnd, closedWithoutEnd, type EncodingChoice, type Item, type ModeDecoder } from './items.ts';
import type { Representation } from './representation.ts';

const ESCAPE = 0;
const REPLICATED = 0b1000_0000;
const FILLER = 0b1100_0000;
const LONGEST_BYTE_STRING = 127;
const LONGEST_REPLICATION = 63;

/** RFC 959 3.4.3: "If the type is ASCII or EBCDIC the filler byte is <SP> (Space, ASCII code 32, EBCDIC code 64)". */
const fillerOf = ({ type }: Representation): number => ({ A: 32, E: 64, I: 0, L: 0 })[type];

/**
 * RFC 959 3.4.3: byte strings `0nnnnnnn d(1)..d(n)`, replicated bytes `10nnnnnn d`, filler strings `11nnnnnn`. Before
 * one of them, `00` and a descriptor, which "apply to the succeeding string of bytes". An end with no data before it
 * has a filler string of none: only the count of a byte string must be positive.
 */
const framing = (filler: number): Framing => ({
  cut: (bytes) => strings(bytes, filler),
  marker: (text) => Buffer.concat([Buffer.from([text.length]), text]),
  empty: Buffer.from([FILLER]),
  frame: (descriptor, run) => (descriptor === 0 ? run : Buffer.concat([Buffer.from([ESCAPE, descriptor]), run])),
});

/** Runs of three and more as replicated bytes, of two and more as filler, everything else as it is. */
function* strings(bytes: Uint8Array, filler: number): Iterable<Buffer> {
  let plainFrom = 0;
  let at = 0;
  const plain = function* (): Iterable<Buffer> {
    for (let from = plainFrom; from < at; from += LONGEST_BYTE_STRING) {
      const part = bytes.subarray(from, Math.min(at, from + LONGEST_BYTE_STRING));
      yield Buffer.concat([Buffer.from([part.length]), part]);
    }
  };
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    let run = 1;
    while (run < LONGEST_REPLICATION && bytes[at + run] === byte) run += 1;
    if (run < (byte === filler ? 2 : 3)) {
      at += run;
      continue;
    }
    yield* plain();
    yield byte === filler ? Buffer.from([FILLER | run]) : Buffer.from([REPLICATED | run, byte]);
    at += run;
    plainFrom = at;
  }
  yield* plain();
}

export const encodeCompressed = (
  items: AsyncIterable<Item>,
  representation: Representation,
  choice: EncodingChoice,
): AsyncIterable<Buffer> => encodeFrames(items, framing(fillerOf(representation)), choice);

export class CompressedDecoder implements ModeDecoder {
  readonly #filler: number;
  #received = Buffer.alloc(0);
  /** Said by an escape sequence and waiting for its string; null: none. */
  #descriptor: number | null = null;
  #ended = false;

  constructor(representation: Representation) {
    this.#filler = fillerOf(representation);
  }

  push(bytes: Uint8Array): readonly Item[] {
    this.#received = Buffer.concat([this.#received, bytes]);
    const items: Item[] = [];
    while (this.#received.length > 0 && !this.#ended) {
      const length = this.#lengthOfNext();
      if (this.#received.length < length) break;
      const next = this.#received.subarray(0, length);
      this.#received = this.#received.subarray(length);
      if (next[0] !== ESCAPE) items.push(...this.#string(this.#expanded(next)));
      else {
        // Where no string came between two escape sequences, the first one's string was empty.
        items.push(...this.#string(Buffer.alloc(0)));
        if (!this.#ended) this.#descriptor = next[1] ?? 0;
      }
    }
    if (this.#ended && this.#received.length > 0) throw bytesAfterEnd();
    return items;
  }

  end(): readonly Item[] {
    if (this.#received.length > 0) throw closedWithoutEnd('compressed');
    const items = this.#string(Buffer.alloc(0));
    if (!this.#ended) throw closedWithoutEnd('compressed');
    return items;
  }

  #lengthOfNext(): number {
    const first = this.#received[0] ?? 0;
    if (first === ESCAPE) return 2;
    if (first < REPLICATED) return 1 + first;
    return first < FILLER ? 2 : 1;
  }

  #expanded(next: Buffer): Buffer {
    const first = next[0] ?? 0;
    if (first < REPLICATED) return next.subarray(1);
    return Buffer.alloc(first & LONGEST_REPLICATION, first < FILLER ? (next[1] ?? 0) : this.#filler);
  }

  #string(run: Buffer): readonly Item[] {
    const descriptor = this.#descriptor ?? 0;
    this.#descriptor = null;
    this.#ended ||= endsFile(descriptor);
    return itemsOfFrame(descriptor, run);
  }
}
