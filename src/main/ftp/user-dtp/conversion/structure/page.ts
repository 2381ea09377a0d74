import type { FaultError } from '#shared/fault.ts';

/** Page types (RFC 959 3.1.2.3). */
export const LAST_PAGE = 0;
export const SIMPLE_PAGE = 1;
// 2 is a descriptor page: "the descriptive information for the file as a whole", with any further fields.
const ACCESS_CONTROLLED_PAGE = 3;

const LEAST_HEADER_BYTES = 4;
/** "All fields are one logical byte in length", and ours have 8 bits. */
export const MOST_PAGE_DATA = 255;
export const MOST_PAGES = 256;

/** One page as it is on the wire, header and data. */
export interface Page {
  readonly index: number;
  readonly type: number;
  readonly data: Uint8Array;
  readonly bytes: Uint8Array;
}

/**
 * The header of a page of 8-bit logical bytes, with no further fields:
 *
 *     04 II LL TT      header length, page index, data length, page type
 */
export const pageHeader = (index: number, dataLength: number, type: number): Uint8Array =>
  Uint8Array.of(LEAST_HEADER_BYTES, index, dataLength, type);

export interface PageSplitter {
  push(bytes: Uint8Array): void;
  /** Whether the last page has come. */
  readonly complete: boolean;
}

/**
 * Takes pages apart from a stream of them (RFC 959 3.1.2.3). A page is given on as soon as it is whole; the last one
 * has neither data nor further fields, and nothing may follow it.
 *
 * @param onPage told of every page, the last one too
 * @param fault what to throw for bytes that are no pages
 */
export const pageSplitter = (onPage: (page: Page) => void, fault: (detail: string) => FaultError): PageSplitter => {
  const page = new Uint8Array(2 * MOST_PAGE_DATA);
  let filled = 0;
  /** Bytes of the page, known as its header comes. */
  let wanted = LEAST_HEADER_BYTES;
  let complete = false;

  const checkHeader = (): void => {
    const [headerLength = 0, , dataLength = 0, type = 0] = page;
    if (headerLength < LEAST_HEADER_BYTES) throw fault(`a page header of ${headerLength} bytes`);
    if (type > ACCESS_CONTROLLED_PAGE) throw fault(`page type ${type}`);
    const plain = type === LAST_PAGE || type === SIMPLE_PAGE;
    if (plain && headerLength !== LEAST_HEADER_BYTES) throw fault(`page type ${type} with a header of ${headerLength}`);
    if (type === ACCESS_CONTROLLED_PAGE && headerLength !== LEAST_HEADER_BYTES + 1)
      throw fault(`an access controlled page with a header of ${headerLength}`);
    if (type === LAST_PAGE && dataLength !== 0) throw fault(`a last page with ${dataLength} bytes of data`);
    wanted = headerLength + dataLength;
  };

  const tell = (): void => {
    const bytes = page.slice(0, filled);
    const [headerLength = 0, index = 0, , type = 0] = bytes;
    complete = type === LAST_PAGE;
    filled = 0;
    wanted = LEAST_HEADER_BYTES;
    onPage({ index, type, data: bytes.subarray(headerLength), bytes });
  };

  return {
    push(bytes) {
      let at = 0;
      while (at < bytes.length) {
        if (complete) throw fault('bytes behind the last page');
        const part = bytes.subarray(at, at + wanted - filled);
        page.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === LEAST_HEADER_BYTES && wanted === LEAST_HEADER_BYTES) checkHeader();
        if (filled === wanted) tell();
      }
    },
    get complete() {
      return complete;
    },
  };
};

/**
 * How a local file begins that holds pages as they are on the wire, because they are not the ones that the same bytes
 * in one piece would be cut into: with holes, descriptors, access controls, or in another order.
 */
export const PAGE_FILE_MAGIC = Uint8Array.from(Buffer.from('LONGSHORE PAGES 1\n', 'latin1'));

export const beginsWithMagic = (bytes: Uint8Array): boolean =>
  bytes.length >= PAGE_FILE_MAGIC.length && PAGE_FILE_MAGIC.every((byte, at) => bytes[at] === byte);

/** Whether a page is the one that stands there when a file in one piece is cut: simple, next, and full but the last. */
export const isCanonical = ({ index, type, data }: Page, before: readonly Page[]): boolean => {
  const full = before.every((page) => page.data.length === MOST_PAGE_DATA);
  return type === SIMPLE_PAGE && index === before.length && data.length > 0 && full;
};
