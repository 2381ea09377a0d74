import type { Item, ModeDecoder } from './items.ts';

/** Bytes as a test writes them: hexadecimal, and text between quotes. `03 'abc' 00 40` */
export const wire = (text: string): Buffer =>
  Buffer.concat(
    [...text.matchAll(/'([^']*)'|([0-9A-F]{2})/gi)].map(([, quoted, hex]) =>
      quoted === undefined ? Buffer.from(hex ?? '', 'hex') : Buffer.from(quoted, 'latin1'),
    ),
  );

/** Items as a test writes them: `data abc`, `suspect abc`, `EOR`, `EOF`, `marker M-1`; data side by side is joined. */
export const inWords = (items: readonly Item[]): string[] => {
  const words: string[] = [];
  for (const item of items) {
    const word = wordOf(item);
    const kind = word.slice(0, word.indexOf(' ') + 1);
    if (item.kind === 'data' && words.at(-1)?.startsWith(kind)) words.push(words.pop() + word.slice(kind.length));
    else words.push(word);
  }
  return words;
};

const wordOf = (item: Item): string => {
  if (item.kind === 'data') return `${item.suspect ? 'suspect' : 'data'} ${Buffer.from(item.bytes).toString('latin1')}`;
  if (item.kind === 'marker') return `marker ${item.text}`;
  return item.kind === 'end-of-record' ? 'EOR' : 'EOF';
};

/** All that a decoder makes of bytes, given in pieces of `size`, and then the end. */
export const decoded = async (decoder: ModeDecoder, bytes: Uint8Array, size = bytes.length): Promise<string[]> => {
  const items: Item[] = [];
  for (let at = 0; at < bytes.length; at += size) items.push(...(await decoder.push(bytes.subarray(at, at + size))));
  items.push(...(await decoder.end()));
  return inWords(items);
};

export async function* asStream(items: readonly Item[]): AsyncIterable<Item> {
  yield* items;
}

export const collected = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
};
