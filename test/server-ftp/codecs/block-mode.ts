import { encodeFrames, endsFile, type Framing, itemsOfFrame } from './descriptors.ts';
import { bytesAfterEnd, closedWithoutEnd, type EncodingChoice, type Item, type ModeDecoder } from './items.ts';

const HEADER_BYTES = 3;

/** RFC 959 3.4.2: descriptor, then the byte count in 16 bits, high order first: `80 00 03 'a' 'b' 'c'`. */
const framing = (blockBytes: number): Framing => ({
  *cut(bytes) {
    for (let at = 0; at < bytes.length; at += blockBytes) yield Buffer.from(bytes.subarray(at, at + blockBytes));
  },
  marker: (text) => text,
  empty: Buffer.alloc(0),
  frame: (descriptor, run) => Buffer.concat([Buffer.from([descriptor, run.length >> 8, run.length & 0xff]), run]),
});

export const encodeBlocks = (items: AsyncIterable<Item>, choice: EncodingChoice): AsyncIterable<Buffer> =>
  encodeFrames(items, framing(choice.blockBytes), choice);

export class BlockDecoder implements ModeDecoder {
  #received = Buffer.alloc(0);
  #ended = false;

  push(bytes: Uint8Array): readonly Item[] {
    this.#received = Buffer.concat([this.#received, bytes]);
    const items: Item[] = [];
    while (this.#received.length >= HEADER_BYTES && !this.#ended) {
      const end = HEADER_BYTES + this.#received.readUInt16BE(1);
      if (this.#received.length < end) break;
      const descriptor = this.#received.readUInt8(0);
      items.push(...itemsOfFrame(descriptor, this.#received.subarray(HEADER_BYTES, end)));
      this.#ended = endsFile(descriptor);
      this.#received = this.#received.subarray(end);
    }
    if (this.#ended && this.#received.length > 0) throw bytesAfterEnd();
    return items;
  }

  end(): readonly Item[] {
    if (!this.#ended) throw closedWithoutEnd('block');
    return [];
  }
}
