/** RFC 959 3.1.1: how text and bytes are represented on the data connection. Defaults: ASCII Non-print. */
export type RepresentationType =
  | { readonly type: 'A' | 'E'; readonly format: PrintFormat }
  | { readonly type: 'I' }
  | { readonly type: 'L'; readonly byteSize: number };

/** RFC 959 3.1.1.5: Non-print, Telnet format effectors, Carriage control (ASA). */
export type PrintFormat = 'N' | 'T' | 'C';

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

/** Which EBCDIC it is: RFC 959 names none. 037 is the United States', 273 German, 500 international, 1047 of Unix. */
export type EbcdicCodePage = '037' | '273' | '500' | '1047';

/**
 * How a local file holds records:
 * - `lines`: each record is a line of text
 * - `prefixed`: each record follows its length, four bytes with the highest first, so that any bytes may stand in it
 */
export type RecordForm = 'lines' | 'prefixed';

/** What the local side of a transfer looks like, where the transfer parameters leave that open. */
export interface LocalForm {
  readonly codePage: EbcdicCodePage;
  readonly recordForm: RecordForm;
}

/** All that a person chooses about how files are moved. */
export interface TransferChoice extends TransferParameters, LocalForm {}

export const IMAGE: RepresentationType = { type: 'I' };
export const ASCII: RepresentationType = { type: 'A', format: 'N' };

export const IMAGE_FILE_STREAM: TransferParameters = { type: IMAGE, structure: 'F', mode: 'S' };
export const ASCII_FILE_STREAM: TransferParameters = { type: ASCII, structure: 'F', mode: 'S' };

export const DEFAULT_LOCAL_FORM: LocalForm = { codePage: '037', recordForm: 'lines' };
/** Files as they are, byte for byte. */
export const DEFAULT_TRANSFER_CHOICE: TransferChoice = { ...IMAGE_FILE_STREAM, ...DEFAULT_LOCAL_FORM };
