import { fromEbcdic, toEbcdic } from './ebcdic.ts';
import { MalformedData } from './items.ts';

/** RFC 959 3.1.1. Of Local this server has the logical byte size 8 alone, which is the same as Image to it. */
export interface Representation {
  readonly type: 'A' | 'E' | 'I' | 'L';
  /** RFC 959 3.1.1.5, of A and E. */
  readonly format: 'N' | 'T' | 'C';
}

const CR = 0x0d;
const LF = 0x0a;

/**
 * Bytes of a file, its lines ended by LF, as they go over the data connection. RFC 959 3.4: "End-of-line in an ASCII
 * or EBCDIC file with no record structure should be indicated by <CRLF> or <NL>, respectively."
 */
export const toRepresentation = ({ type }: Representation, bytes: Uint8Array): Buffer => {
  switch (type) {
    case 'A':
      return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
    case 'E':
      return toEbcdic(bytes);
    default:
      return Buffer.from(bytes);
  }
};

/** The reverse, piece by piece. */
export interface RepresentationDecoder {
  push(bytes: Uint8Array): Buffer;
  /** What was held back, at the end. */
  end(): Buffer;
  /** Whether a CR is held back until it is known whether an LF follows. */
  readonly holding: boolean;
}

export const fromRepresentation = ({ type, format }: Representation): RepresentationDecoder => {
  if (type === 'A') return new AsciiDecoder(format === 'T');
  return {
    push: type === 'E' ? fromEbcdic : (bytes) => Buffer.from(bytes),
    end: () => Buffer.alloc(0),
    holding: false,
  };
};

/** Of a whole record or page. */
export const wholeFromRepresentation = (representation: Representation, bytes: Uint8Array): Buffer => {
  const decoder = fromRepresentation(representation);
  return Buffer.concat([decoder.push(bytes), decoder.end()]);
};

/**
 * CRLF becomes LF; a CR without LF is data. An LF without CR is no line's end in NVT-ASCII: the sender has left its own
 * line ends as they were. It is allowed in format T alone, whose files hold <LF> as a format effector (3.1.1.5.2).
 */
class AsciiDecoder implements RepresentationDecoder {
  readonly #bareLf: boolean;
  holding = false;

  constructor(bareLf: boolean) {
    this.#bareLf = bareLf;
  }

  push(bytes: Uint8Array): Buffer {
    const kept = Buffer.allocUnsafe(bytes.length + 1);
    let length = 0;
    for (const byte of bytes) {
      if (byte === LF && !this.holding && !this.#bareLf) throw new MalformedData('LF without CR in TYPE A.');
      if (this.holding && byte !== LF) {
        kept[length] = CR;
        length += 1;
      }
      this.holding = byte === CR;
      if (this.holding) continue;
      kept[length] = byte;
      length += 1;
    }
    return kept.subarray(0, length);
  }

  end(): Buffer {
    const held = Buffer.from(this.holding ? [CR] : []);
    this.holding = false;
    return held;
  }
}
