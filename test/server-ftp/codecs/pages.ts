import { MalformedData } from './items.ts';

/** One page of a paged file (RFC 959 3.1.2.3). The last page, which only ends the transmission, is not kept. */
export interface Page {
  /** Where it belongs in the file; indexes without a page are holes. */
  readonly index: number;
  /** 1 simple, 2 descriptor, 3 access controlled. */
  readonly type: 1 | 2 | 3;
  /** Header fields behind the four that every page has; of type 3 the first is the access control. */
  readonly fields: readonly number[];
  readonly data: Uint8Array;
}

/** Under a logical byte of 8 bits "all fields are one logical byte in length": none is larger than this. */
export const LARGEST_FIELD = 255;

const FIELDS = 4;
const LAST = 0;

/** Header length, page index, data length, page type, optional fields; then the data. */
export const encodePage = ({ index, type, fields, data }: Page): Buffer =>
  Buffer.concat([Buffer.from([FIELDS + fields.length, index, data.length, type, ...fields]), data]);

/** "The header length must be 4, and the data length must be 0." */
export const LAST_PAGE = Buffer.from([FIELDS, 0, 0, LAST]);

export class PageDecoder {
  #received = Buffer.alloc(0);
  /** The last page has come. */
  ended = false;

  /** Whether bytes of a page that is not whole yet have come. */
  get inside(): boolean {
    return this.#received.length > 0;
  }

  push(bytes: Uint8Array): readonly Page[] {
    this.#received = Buffer.concat([this.#received, bytes]);
    const pages: Page[] = [];
    while (this.#received.length >= FIELDS && !this.ended) {
      const [header = 0, index = 0, length = 0, type = 0] = this.#received;
      check(header, length, type);
      if (this.#received.length < header + length) break;
      const fields = [...this.#received.subarray(FIELDS, header)];
      const data = Buffer.from(this.#received.subarray(header, header + length));
      this.#received = this.#received.subarray(header + length);
      if (type === 1 || type === 2 || type === 3) pages.push({ index, type, fields, data });
      else this.ended = true;
    }
    if (this.ended && this.inside) throw new MalformedData('Bytes after the last page.');
    return pages;
  }
}

const check = (header: number, length: number, type: number): void => {
  if (type > 3) throw new MalformedData(`Page type ${type} unknown.`, '551');
  if (header < FIELDS) throw new MalformedData(`A page header of ${header}: the minimum header length is 4.`);
  if (type === LAST && length !== 0) throw new MalformedData('A last page with data.');
  const exact = { [LAST]: 4, 1: 4, 3: 5 }[type];
  if (exact !== undefined && header !== exact)
    throw new MalformedData(`A page header of ${header} in page type ${type}: it must be ${exact}.`);
};
