const CR = 0x0d;
const LF = 0x0a;

/** Files as NVT-ASCII (RFC 959 3.1.1.1): every LF of the file goes out as CRLF. */
export async function* toAscii(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks)
    yield Buffer.from(Buffer.from(chunk).toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
}

/** Leaves out the first `count` bytes: REST in TYPE A counts bytes as they are sent (RFC 3659 5.3). */
export async function* skipBytes(chunks: AsyncIterable<Uint8Array>, count: number): AsyncIterable<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** What comes in as NVT-ASCII as the file keeps it: every CRLF an LF, wherever the chunks are split. */
export const fromAscii = (): { push(chunk: Uint8Array): Buffer; end(): Buffer } => {
  let heldCr = false;
  return {
    push(chunk) {
      const kept: number[] = [];
      for (const byte of chunk) {
        if (heldCr && byte !== LF) kept.push(CR);
        heldCr = byte === CR;
        if (!heldCr) kept.push(byte);
      }
      return Buffer.from(kept);
    },
    end: () => Buffer.from(heldCr ? [CR] : []),
  };
};
