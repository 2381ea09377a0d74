import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';

/** With the u flag a class of surrogates matches only those that are not half of a pair. */
const ESCAPED_RUN = /[\uDC80-\uDCFF]+/gu;

/**
 * The bytes of a name: those that stand for themselves as they are, the text around them as `encodeText` has it.
 */
export const encodeAround = (path: Pathname, encodeText: (text: string) => Buffer): Uint8Array => {
  const parts: Buffer[] = [];
  let done = 0;
  for (const run of path.matchAll(ESCAPED_RUN)) {
    parts.push(encodeText(path.slice(done, run.index)));
    parts.push(Buffer.from(Array.from({ length: run[0].length }, (_, at) => run[0].charCodeAt(at) - 0xdc00)));
    done = run.index + run[0].length;
  }
  return done === 0 ? encodeText(path) : Buffer.concat([...parts, encodeText(path.slice(done))]);
};

/** A name by its bytes: ASCII as it is, all above as U+DC80 to U+DCFF. */
export const escapeBytes = (bytes: Uint8Array): Pathname =>
  asBuffer(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/g, (byte) => String.fromCharCode(0xdc00 + byte.charCodeAt(0)));

/** The same bytes with a Buffer's methods. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The fault of a text with a character that `encoding` does not have. */
export const notInEncoding = (text: string, encoding: string): FaultError =>
  badInput(`${JSON.stringify(text)} cannot be written in ${encoding}`);

/** The fault of a name or an encoding that cannot be used, and why. */
export const badInput = (detail: string): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'bad-input', detail });
