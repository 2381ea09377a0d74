/**
 * A place in a stored file where a transfer may go on (RFC 959 3.5): in file structure so many bytes of the file as it
 * is kept; in record structure so many whole records and then so many bytes; in page structure so many pages.
 */
export interface Place {
  readonly unit: number;
  readonly offset: number;
}

export const BEGINNING: Place = { unit: 0, offset: 0 };

export const atByte = (offset: number): Place => ({ unit: 0, offset });
