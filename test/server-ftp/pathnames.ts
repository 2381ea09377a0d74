/**
 * Pathnames inside the test server are byte strings: one UTF-16 unit 0 to 255 a byte, so that a name in any
 * encoding goes through unharmed. Scripts are written in Unicode and pass through `byteString` first.
 */
export type ByteString = string;

export const byteString = (text: string): ByteString => Buffer.from(text, 'utf8').toString('latin1');

export const bytesOf = (text: ByteString): Buffer => Buffer.from(text, 'latin1');

/** For records a test reads: as UTF-8 where it is, otherwise a character a byte. */
export const readable = (text: ByteString): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(text));
  } catch {
    return text;
  }
};

/** The absolute pathname of `argument` seen from `directory`, without `.` and `..`; never above the root. */
export const resolvePathname = (directory: ByteString, argument: ByteString): ByteString => {
  const parts: ByteString[] = [];
  for (const part of (argument.startsWith('/') ? argument : `${directory}/${argument}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
};

export const parentOf = (path: ByteString): ByteString => path.slice(0, path.lastIndexOf('/')) || '/';

export const lastPartOf = (path: ByteString): ByteString => path.slice(path.lastIndexOf('/') + 1);
