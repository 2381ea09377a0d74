/** What a transmission mode carries of a file, in order: the same four things in every mode (RFC 959 3.4). */
export type Item =
  | {
      readonly kind: 'data';
      readonly bytes: Uint8Array;
      /** RFC 959 3.4.2: "the data being transferred is suspected of errors and is not reliable". */
      readonly suspect: boolean;
    }
  /** A restart marker (RFC 959 3.5). */
  | { readonly kind: 'marker'; readonly text: string }
  | { readonly kind: 'end-of-record' }
  | { readonly kind: 'end-of-file' };

export const END_OF_RECORD: Item = { kind: 'end-of-record' };
export const END_OF_FILE: Item = { kind: 'end-of-file' };

export const dataItem = (bytes: Uint8Array, suspect = false): Item => ({ kind: 'data', bytes, suspect });

/** How a sender may form what RFC 959 leaves to it. */
export interface EncodingChoice {
  /** Data bytes in a block, 1 to 65,535. */
  readonly blockBytes: number;
  /** End of record and end of file are told apart from the data: in a block, string or code of their own. */
  readonly endsApart: boolean;
}

/** Bytes of a data connection to items; strict. */
export interface ModeDecoder {
  /** What these bytes completed; throws MalformedData. */
  push(bytes: Uint8Array): readonly Item[] | Promise<readonly Item[]>;
  /** The other side has closed: what that completes; throws MalformedData where the file had not ended. */
  end(): readonly Item[] | Promise<readonly Item[]>;
}

/** The client sent what RFC 959 does not allow: the transfer ends in `reply` with the message as its text. */
export class MalformedData extends Error {
  override readonly name = 'MalformedData';
  readonly reply: '426' | '451' | '551';

  constructor(message: string, reply: '426' | '451' | '551' = '451') {
    super(message);
    this.reply = reply;
  }
}

/** RFC 959 3.4: "All data transfers must be completed with an end-of-file (EOF)". */
export const closedWithoutEnd = (mode: string): MalformedData =>
  new MalformedData(`Connection closed without EOF in ${mode} mode.`, '426');

export const bytesAfterEnd = (): MalformedData => new MalformedData('Bytes after EOF.');
