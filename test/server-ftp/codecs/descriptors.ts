import { END_OF_FILE, END_OF_RECORD, type EncodingChoice, type Item, MalformedData } from './items.ts';

/** RFC 959 3.4.2 Block Header: the bit flags of the descriptor byte, which compressed mode shares (3.4.3). */
const EOR = 128;
const EOF = 64;
const SUSPECT = 32;
const MARKER = 16;
const ASSIGNED = EOR | EOF | SUSPECT | MARKER;

/** How a mode frames one run of bytes that a descriptor belongs to: a block, or a string. */
export interface Framing {
  /** Data cut to what fits one frame each. */
  cut(bytes: Uint8Array): Iterable<Buffer>;
  /** A marker's text, or no bytes at all, as what fits a frame. */
  marker(text: Buffer): Buffer;
  readonly empty: Buffer;
  frame(descriptor: number, run: Buffer): Buffer;
}

/** Items to frames. A frame waits for the next item, which may be the end that its descriptor has to tell. */
export async function* encodeFrames(
  items: AsyncIterable<Item>,
  framing: Framing,
  { endsApart }: Pick<EncodingChoice, 'endsApart'>,
): AsyncIterable<Buffer> {
  let waiting: { descriptor: number; readonly run: Buffer } | null = null;
  const flush = function* (): Iterable<Buffer> {
    if (waiting) yield framing.frame(waiting.descriptor, waiting.run);
    waiting = null;
  };
  for await (const item of items) {
    if (item.kind === 'data') {
      for (const run of framing.cut(item.bytes)) {
        yield* flush();
        waiting = { descriptor: item.suspect ? SUSPECT : 0, run };
      }
    } else if (item.kind === 'marker') {
      yield* flush();
      yield framing.frame(MARKER, framing.marker(Buffer.from(item.text, 'latin1')));
    } else {
      const flag = item.kind === 'end-of-record' ? EOR : EOF;
      // A second end of record on the same frame would be one record too few.
      if (!waiting || endsApart || (flag === EOR && waiting.descriptor & EOR)) {
        yield* flush();
        waiting = { descriptor: 0, run: framing.empty };
      }
      waiting.descriptor |= flag;
    }
  }
  yield* flush();
}

/** What one frame means. */
export const itemsOfFrame = (descriptor: number, run: Uint8Array): readonly Item[] => {
  if (descriptor & ~ASSIGNED)
    throw new MalformedData(`Descriptor ${descriptor} has bits that RFC 959 does not assign.`);
  const items: Item[] = [];
  if (descriptor & MARKER) items.push({ kind: 'marker', text: markerText(run) });
  else if (run.length > 0) items.push({ kind: 'data', bytes: run, suspect: (descriptor & SUSPECT) !== 0 });
  if (descriptor & EOR) items.push(END_OF_RECORD);
  if (descriptor & EOF) items.push(END_OF_FILE);
  return items;
};

export const endsFile = (descriptor: number): boolean => (descriptor & EOF) !== 0;

/** RFC 959 5.3.2 <marker>: "printable characters, any ASCII code 33 through 126". */
const markerText = (run: Uint8Array): string => {
  const text = Buffer.from(run).toString('latin1');
  if (!/^[\x21-\x7e]+$/.test(text)) throw new MalformedData('A restart marker that is not of printable characters.');
  return text;
};
