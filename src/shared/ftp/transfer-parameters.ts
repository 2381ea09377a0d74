/** RFC 959 3.1.1: how text and bytes are represented on the data connection. Defaults: ASCII Non-print. */
export type RepresentationType =
  | { readonly type: 'A' | 'E'; readonly format: 'N' | 'T' | 'C' }
  | { readonly type: 'I' }
  | { readonly type: 'L'; readonly byteSize: 8 };

/** RFC 959 3.1.2: File, Record or Page. */
export type Structure = 'F' | 'R' | 'P';

/** RFC 959 3.4: Stream, Block or Compressed; Z is the deflate mode many servers know. */
export type TransmissionMode = 'S' | 'B' | 'C' | 'Z';

/** RFC 959 5.1 TRANSFER PARAMETER COMMANDS, without the data port. */
export interface TransferParameters {
  readonly type: RepresentationType;
  readonly structure: Structure;
  readonly mode: TransmissionMode;
}

export const IMAGE: RepresentationType = { type: 'I' };
export const ASCII: RepresentationType = { type: 'A', format: 'N' };

export const IMAGE_FILE_STREAM: TransferParameters = { type: IMAGE, structure: 'F', mode: 'S' };
export const ASCII_FILE_STREAM: TransferParameters = { type: ASCII, structure: 'F', mode: 'S' };
