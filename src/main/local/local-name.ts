import { FaultError } from '#shared/fault.ts';
import { displayName, isSafeName, type Pathname } from '#shared/ftp/pathname.ts';
import { localFault } from './local-fault.ts';
import { nameLength } from './local-path.ts';

/**
 * What a name sent by a server is called on this disk.
 *
 * - Names that would leave the folder (`..`, a separator, NUL, the empty name) are refused, never mended: a mended
 *   name would put a file where nobody looks for it.
 * - On Linux every other name is kept byte for byte, also one that is not UTF-8.
 * - macOS takes UTF-8 only, Windows refuses some characters and names. What cannot be is marked by its code as in a
 *   URL, so that the person sees it and no two names become one: `a:b` is `a%3Ab`, `CON` is `%43ON`. A `%` that would
 *   read as such a mark is marked itself. An upload sends the name as it stands: whoever named a file `100%20.txt`
 *   means that.
 */
export const localName = (name: Pathname, platform: NodeJS.Platform = process.platform): string => {
  if (!isSafeName(name)) {
    throw new FaultError({
      kind: 'refused-here',
      stage: 'preparing',
      reason: 'unsafe-name',
      detail: displayName(name).slice(0, 300),
    });
  }
  const local = platform === 'win32' ? windowsName(name) : platform === 'darwin' ? markUndecoded(name) : name;
  if (LONE_SURROGATE.test(local)) {
    throw localFault('name-not-possible', displayName(name), 'a character that no name here can hold');
  }
  if (nameLength(local) > LONGEST_NAME) {
    throw localFault('name-not-possible', displayName(name).slice(0, 300), `longer than ${LONGEST_NAME} bytes`);
  }
  return local;
};

const LONGEST_NAME = 255;
/** Half a character that is not an escaped byte: no encoding has bytes for it. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDC7F\uDD00-\uDFFF]/;

const ESCAPED_BYTE = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/g;
const LOOKS_MARKED = /%(?=[0-9A-Fa-f]{2})/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses control characters in names
const WINDOWS_REFUSES = /[\u0001-\u001F<>:"|?*]/g;
/** `CON`, `con.txt`, `COM1 .log`: Windows opens the device whatever the extension (superscript digits count too). */
const WINDOWS_DEVICE = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9\u00B9\u00B2\u00B3])[ ]*(?:\.|$)/i;

const mark = (character: string): string =>
  `%${(character.charCodeAt(0) & 0xff).toString(16).toUpperCase().padStart(2, '0')}`;

const markUndecoded = (name: string): string => name.replace(LOOKS_MARKED, mark).replace(ESCAPED_BYTE, mark);

const windowsName = (name: string): string => {
  const possible = markUndecoded(name).replace(WINDOWS_REFUSES, mark).replace(/[. ]$/, mark);
  return WINDOWS_DEVICE.test(possible) ? mark(possible) + possible.slice(1) : possible;
};
