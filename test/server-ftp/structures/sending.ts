import { dataItem, END_OF_FILE, END_OF_RECORD, type Item } from '../codecs/items.ts';
import { encodePage, LARGEST_FIELD, LAST_PAGE, type Page } from '../codecs/pages.ts';
import { type Representation, toRepresentation } from '../codecs/representation.ts';
import { TreeError } from '../tree/file-tree.ts';
import type { Place } from './place.ts';

/** The restart markers a sender inserts. */
export interface MarkerPlan {
  /** Bytes of the file, at least, between two of them. */
  readonly every: number;
  /** Also in the middle of records, not only between them. */
  readonly insideRecords: boolean;
  issue(place: Place): string;
}

/** A file in file structure from `offset` on; its bytes are in `chunks` from there. */
export async function* fileItems(
  chunks: AsyncIterable<Uint8Array>,
  offset: number,
  representation: Representation,
  markers: MarkerPlan | null,
): AsyncIterable<Item> {
  let at = offset;
  let next = at + (markers?.every ?? Number.POSITIVE_INFINITY);
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      if (markers && at === next) {
        yield { kind: 'marker', text: markers.issue({ unit: 0, offset: at }) };
        next += markers.every;
      }
      const part = chunk.subarray(from, from + next - at);
      yield dataItem(toRepresentation(representation, part));
      from += part.length;
      at += part.length;
    }
  }
  yield END_OF_FILE;
}

/** A file in record structure from `start` on. */
export async function* recordItems(
  records: readonly Uint8Array[],
  start: Place,
  representation: Representation,
  markers: MarkerPlan | null,
): AsyncIterable<Item> {
  const every = markers?.every ?? Number.POSITIVE_INFINITY;
  let since = 0;
  const marker = function* (place: Place): Iterable<Item> {
    if (!markers || since < every) return;
    since = 0;
    yield { kind: 'marker', text: markers.issue(place) };
  };
  for (const [unit, record] of records.entries()) {
    if (unit < start.unit) continue;
    const offset = unit === start.unit ? start.offset : 0;
    if (offset === 0) yield* marker({ unit, offset });
    for (let at = offset; at < record.length; ) {
      if (markers?.insideRecords) yield* marker({ unit, offset: at });
      const part = record.subarray(at, markers?.insideRecords ? at + every - since : undefined);
      yield dataItem(toRepresentation(representation, part));
      since += part.length;
      at += part.length;
    }
    yield END_OF_RECORD;
  }
  yield END_OF_FILE;
}

/** A file in page structure from the page `start.unit` on, with the last page behind it. */
export async function* pageItems(
  pages: readonly Page[],
  start: Place,
  representation: Representation,
  markers: MarkerPlan | null,
): AsyncIterable<Item> {
  let since = 0;
  for (const [unit, page] of pages.entries()) {
    if (unit < start.unit) continue;
    if (markers && since >= markers.every) {
      since = 0;
      yield { kind: 'marker', text: markers.issue({ unit, offset: 0 }) };
    }
    yield dataItem(encodePage({ ...page, data: toRepresentation(representation, page.data) }));
    since += page.data.length;
  }
  yield dataItem(LAST_PAGE);
  yield END_OF_FILE;
}

/** Refuses what cannot be said in header fields of 8 bits. */
export const assertSendable = (pages: readonly Page[], representation: Representation): void => {
  for (const { index, data } of pages)
    if (index > LARGEST_FIELD || toRepresentation(representation, data).length > LARGEST_FIELD)
      throw new TreeError(`Page ${index} does not fit a page header of 8-bit fields`);
};

/** Marks the data bytes from `from` up to `to`, counted as they are sent, as suspect. */
export async function* withSuspectData(
  items: AsyncIterable<Item>,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncIterable<Item> {
  let at = 0;
  for await (const item of items) {
    if (item.kind !== 'data') {
      yield item;
      continue;
    }
    const { bytes } = item;
    const begin = Math.min(Math.max(from - at, 0), bytes.length);
    const end = Math.min(Math.max(to - at, begin), bytes.length);
    for (const [part, suspect] of [
      [bytes.subarray(0, begin), false],
      [bytes.subarray(begin, end), true],
      [bytes.subarray(end), false],
    ] as const)
      if (part.length > 0) yield dataItem(part, suspect);
    at += bytes.length;
  }
}

/** Leaves out the first `count` data bytes. */
export async function* withoutBytes(items: AsyncIterable<Item>, count: number): AsyncIterable<Item> {
  let left = count;
  for await (const item of items) {
    if (item.kind !== 'data' || left === 0) yield item;
    else if (left < item.bytes.length) yield dataItem(item.bytes.subarray(left));
    if (item.kind === 'data') left = Math.max(0, left - item.bytes.length);
  }
}
