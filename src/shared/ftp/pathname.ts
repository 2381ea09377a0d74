/**
 * A pathname or a name as the server has it, in a form that loses nothing: decoded with the site's encoding where
 * encoding it again gives the same bytes, and otherwise with every byte of 0x80 and above as U+DC80..U+DCFF (the
 * lone low surrogates of PEP 383). So any name the server sent can be sent back byte for byte.
 */
export type Pathname = string;

const ESCAPED_BYTE = /[\uDC80-\uDCFF]/g;

/** The name for a person to read: bytes that could not be decoded as U+FFFD, control characters as visible marks. */
export const displayName = (name: Pathname): string =>
  name
    .replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uDC80-\uDCFF]/g, (found) => (found.length === 2 ? found : '\uFFFD'))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this replaces
    .replace(/[\u0000-\u001F]/g, (found) => String.fromCharCode(0x2400 + found.charCodeAt(0)))
    // DEL and C1, which a terminal takes for commands; line ends; what turns the direction of writing.
    .replace(/[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, '\uFFFD');

/** Whether some bytes of the name could not be decoded with the site's encoding. */
export const hasEscapedBytes = (name: Pathname): boolean =>
  name.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '').search(ESCAPED_BYTE) >= 0;

/**
 * Whether a name from a listing may be joined to a path at all, here or there. `.`, `..`, the empty name and names
 * that hold a separator or NUL are shown to the person but never used to build a path.
 */
export const isSafeName = (name: Pathname): boolean =>
  name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !name.includes('\\') && !name.includes('\0');

/** `directory` and `name` as one remote pathname; `directory` ends in a slash only where it is the root. */
export const joinPathname = (directory: Pathname, name: Pathname): Pathname =>
  directory.endsWith('/') ? directory + name : `${directory}/${name}`;

/** The directory above, or the same where there is none. */
export const parentPathname = (path: Pathname): Pathname => {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  const slash = trimmed.lastIndexOf('/');
  if (slash < 0) return trimmed;
  return slash === 0 ? '/' : trimmed.slice(0, slash);
};

/** The last component. */
export const baseName = (path: Pathname): Pathname => {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
};
