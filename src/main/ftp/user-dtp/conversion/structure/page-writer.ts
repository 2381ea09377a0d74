import { ByteBuilder } from '../byte-builder.ts';
import { unfitFile } from '../faults.ts';
import type { FileParts, StructureWriter } from '../file-parts.ts';
import {
  beginsWithMagic,
  LAST_PAGE,
  MOST_PAGE_DATA,
  MOST_PAGES,
  PAGE_FILE_MAGIC,
  type PageSplitter,
  pageHeader,
  pageSplitter,
  SIMPLE_PAGE,
} from './page.ts';

/** Largest file in one piece: with a page index of 8 bits there are 256 pages. */
const MOST_BYTES = MOST_PAGES * MOST_PAGE_DATA;

/**
 * Page structure (RFC 959 3.1.2.3) as sent. A file in one piece is cut into simple pages, 0 and up, each full but the
 * last; it is held back until it has ended, so that one too large is refused before a byte of it is sent. A file that
 * begins with the magic line holds its pages already and they are sent as they are.
 *
 *     61 62   ->   04 00 02 01 61 62   04 00 00 00
 */
export const pageWriter = (to: FileParts): StructureWriter => {
  const held = new ByteBuilder();
  /** The beginning, until it is known whether it is the magic line. */
  let pages: PageSplitter | null = null;
  let start: Uint8Array | null = new Uint8Array();

  const hold = (bytes: Uint8Array): void => {
    if (held.total + bytes.length > MOST_BYTES)
      throw unfitFile(`with pages of 8-bit bytes a file can have ${MOST_BYTES} bytes at most`);
    held.append(bytes);
  };
  const go = (bytes: Uint8Array): void => {
    if (pages === null) hold(bytes);
    else pages.push(bytes);
  };
  const settleStart = (bytes: Uint8Array): void => {
    start = null;
    if (beginsWithMagic(bytes)) {
      pages = pageSplitter((page) => to.data(page.bytes), unfitFile);
      pages.push(bytes.subarray(PAGE_FILE_MAGIC.length));
    } else hold(bytes);
  };

  return {
    push(bytes) {
      if (start === null) {
        go(bytes);
        return;
      }
      start = Buffer.concat([start, bytes]);
      if (start.length >= PAGE_FILE_MAGIC.length) settleStart(start);
    },
    end() {
      if (start !== null) settleStart(start);
      if (pages === null) sendCut(to, held.take());
      else if (!pages.complete) throw unfitFile('the local file holds pages and ends before its last page');
      to.endOfFile();
    },
    // A page has no place of its own in the local file from which the cut could go on with its index.
    toRestartPoint: Number.POSITIVE_INFINITY,
  };
};

const sendCut = (to: FileParts, bytes: Uint8Array): void => {
  for (let at = 0, index = 0; at < bytes.length; at += MOST_PAGE_DATA, index += 1) {
    const data = bytes.subarray(at, at + MOST_PAGE_DATA);
    to.data(pageHeader(index, data.length, SIMPLE_PAGE));
    to.data(data);
  }
  to.data(pageHeader(0, 0, LAST_PAGE));
};
