import { LARGEST_FIELD, type Page } from '../codecs/pages.ts';

/** The structure a file was stored in, beside its bytes. Of neither: file structure. */
export interface KeptStructure {
  readonly records: readonly Buffer[] | null;
  readonly pages: readonly Page[] | null;
}

export const NO_STRUCTURE: KeptStructure = { records: null, pages: null };

const LF = 0x0a;

/**
 * The records of a file that was not stored as records: its lines, without their ends. RFC 959 3.1.2: "If this division
 * is necessary, the FTP implementation should use the end-of-line sequence". A last line without an end is a record.
 */
export const recordsOfBytes = (bytes: Buffer): readonly Buffer[] => {
  const records: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LF, at);
    records.push(bytes.subarray(at, end < 0 ? bytes.length : end));
    at = end < 0 ? bytes.length : end + 1;
  }
  return records;
};

/** The reverse: every record a line. */
export const bytesOfRecords = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.flatMap((record) => [record, Buffer.from([LF])]));

/** The pages of a file that was not stored as pages: simple ones as large as they can be, from 0 on, without holes. */
export const pagesOfBytes = (bytes: Buffer): readonly Page[] => {
  const count = Math.ceil(bytes.length / LARGEST_FIELD);
  return Array.from({ length: count }, (_, index) => ({
    index,
    type: 1,
    fields: [],
    data: bytes.subarray(index * LARGEST_FIELD, (index + 1) * LARGEST_FIELD),
  }));
};

/** What a sequential reader sees: the data of the pages in the order of their indexes. A hole has no bytes. */
export const bytesOfPages = (pages: readonly Page[]): Buffer =>
  Buffer.concat(
    pages
      .filter(({ type }) => type !== 2)
      .toSorted((one, other) => one.index - other.index)
      .map(({ data }) => data),
  );
