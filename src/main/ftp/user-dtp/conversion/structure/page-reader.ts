import type { ByteBuilder } from '../byte-builder.ts';
import { malformed, noEndOfFile } from '../faults.ts';
import type { StructureReader } from '../file-parts.ts';
import { beginsWithMagic, isCanonical, LAST_PAGE, PAGE_FILE_MAGIC, type Page, pageSplitter } from './page.ts';

/**
 * Page structure (RFC 959 3.1.2.3) as received. Pages that a file in one piece would be cut into become that file: an
 * ordinary file comes back byte for byte. All others are kept as they are on the wire, behind a magic line, so that
 * what is stored again has the same pages, its holes, descriptors and access controls included. Until the two can be
 * told apart pages are held back, at most the 256 that can be numbered.
 */
export const pageReader = (out: ByteBuilder): StructureReader => {
  /** The pages so far, as long as they are those of a file in one piece; null once they are not. */
  let held: Page[] | null = [];

  const keepAsPages = (pages: readonly Page[]): void => {
    held = null;
    out.append(PAGE_FILE_MAGIC);
    for (const { bytes } of pages) out.append(bytes);
  };
  const keepInOnePiece = (pages: readonly Page[]): void => {
    held = null;
    for (const { data } of pages) out.append(data);
  };
  /** Only the first page can hold the magic line: it is full where there is a second, and then longer than that. */
  const wouldMislead = (pages: readonly Page[]): boolean => pages[0] !== undefined && beginsWithMagic(pages[0].data);

  const pages = pageSplitter((page) => {
    if (held === null) out.append(page.bytes);
    else if (page.type === LAST_PAGE && !wouldMislead(held)) keepInOnePiece(held);
    else if (isCanonical(page, held)) held.push(page);
    else keepAsPages([...held, page]);
  }, malformed);

  return {
    data: (bytes) => pages.push(bytes),
    endOfRecord() {
      throw malformed('an end of record in a file that has pages');
    },
    endOfFile() {
      if (!pages.complete) throw noEndOfFile('the pages ended before a last page');
    },
    restartable: false,
    // Where a page comes to lie is known with the last one.
    position: 0,
    get reach() {
      return out.total;
    },
    get complete() {
      return pages.complete;
    },
  };
};
