import { pipeline, Readable } from 'node:stream';
import { createDeflate, createInflate } from 'node:zlib';
import { bytesAfterEnd, closedWithoutEnd, type Item, MalformedData, type ModeDecoder } from './items.ts';

/**
 * MODE Z (draft-preston-ftpext-deflate): what stream mode would send, as one zlib stream (RFC 1950).
 *
 * @param stream the bytes of stream mode
 */
export async function* encodeDeflated(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const deflate = createDeflate();
  // A failure of the source reaches the reader of `deflate`, which it destroys.
  pipeline(Readable.from(stream), deflate, () => {});
  yield* deflate;
}

export class DeflateDecoder implements ModeDecoder {
  readonly #inflate = createInflate();
  readonly #stream: ModeDecoder;
  #inflated: Buffer[] = [];
  #ended = false;
  #fault: MalformedData | null = null;

  /** `stream` takes what comes out: the decoder of stream mode. */
  constructor(stream: ModeDecoder) {
    this.#stream = stream;
    this.#inflate.on('data', (chunk: Buffer) => this.#inflated.push(chunk));
    this.#inflate.on('end', () => {
      this.#ended = true;
    });
    this.#inflate.on('error', (error) => {
      this.#fault = new MalformedData(`Not a zlib stream: ${error.message}.`);
    });
  }

  async push(bytes: Uint8Array): Promise<readonly Item[]> {
    if (this.#ended) throw bytesAfterEnd();
    await this.#settled((done) => this.#inflate.write(bytes, done));
    // Inflate ends by itself only where bytes are left over behind the stream.
    if (this.#ended) throw bytesAfterEnd();
    return this.#items();
  }

  async end(): Promise<readonly Item[]> {
    await this.#settled(() => this.#inflate.end());
    if (this.#fault?.message.includes('unexpected end of file')) throw closedWithoutEnd('deflate');
    const items = await this.#items();
    return [...items, ...(await this.#stream.end())];
  }

  /** Resolves when the step is done, or when inflate has ended or failed before it was. */
  #settled(step: (done: () => void) => void): Promise<void> {
    if (this.#fault) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        for (const event of ['end', 'close']) this.#inflate.off(event, done);
        resolve();
      };
      for (const event of ['end', 'close']) this.#inflate.on(event, done);
      step(done);
    });
  }

  async #items(): Promise<readonly Item[]> {
    if (this.#fault) throw this.#fault;
    const inflated = Buffer.concat(this.#inflated);
    this.#inflated = [];
    return inflated.length > 0 ? this.#stream.push(inflated) : [];
  }
}
