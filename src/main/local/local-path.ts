/**
 * Local paths travel as strings. A POSIX file name is bytes and need not be UTF-8, so a name that is not takes the
 * same form as a server's: every byte of 0x80 and above as U+DC80..U+DCFF (see shared/ftp/pathname.ts). `systemPath`
 * turns such a string into the bytes again, so every file of the disk can be opened, and a name goes from disk to
 * server and back byte for byte.
 */

const HIGH = /[\u0080-\u00FF]/;
const ESCAPED_BYTE = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file name read as latin1 (one character a byte) in the form that loses nothing. */
export const decodeLocalName = (latin1: string): string => {
  if (!HIGH.test(latin1)) return latin1;
  try {
    return utf8.decode(Buffer.from(latin1, 'latin1'));
  } catch {
    // Not UTF-8: e.g. `caf\xE9` is told as `caf\uDCE9`.
    return latin1.replace(/[\u0080-\u00FF]/g, (byte) => String.fromCharCode(0xdc00 + byte.charCodeAt(0)));
  }
};

/** A path as the system wants it: the string itself, or its bytes where some of them are not UTF-8. */
export const systemPath = (path: string): string | Buffer => {
  if (!ESCAPED_BYTE.test(path)) return path;
  const pieces: Buffer[] = [];
  let from = 0;
  for (const found of path.matchAll(new RegExp(ESCAPED_BYTE, 'g'))) {
    pieces.push(Buffer.from(path.slice(from, found.index), 'utf8'), Buffer.from([path.charCodeAt(found.index) & 0xff]));
    from = found.index + 1;
  }
  pieces.push(Buffer.from(path.slice(from), 'utf8'));
  return Buffer.concat(pieces);
};

/** Bytes of a name as it stands in a directory; the limit of most file systems is 255. */
export const nameLength = (name: string): number => {
  const system = systemPath(name);
  return typeof system === 'string' ? Buffer.byteLength(system) : system.length;
};
