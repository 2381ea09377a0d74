import type { Pathname } from './pathname.ts';

/**
 * Names on disks that cannot hold every name. What a system has no place for is marked by its code as in a URL, so that
 * a person sees it, no two names become one, and the name comes back when the file goes to a server again:
 *
 *     a:b       is a%3Ab on Windows and macOS       CON      is %43ON on Windows
 *     report.   is report%2E on Windows             caf<E9>  is caf%E9 where names are Unicode
 *
 * A `%` is marked itself only where it would be taken for the beginning of such a mark: `100%20.txt` stays, as no space
 * is marked in the middle of a name, and `a%3Ab` is `a%253Ab`.
 */

interface System {
  /** What is marked wherever it stands: one character, or a byte that is no character. */
  readonly refuses: RegExp;
  /** The `%` of whatever may be a mark, by what stands around it. */
  readonly marks: string;
  readonly windows: boolean;
}

const ESCAPED_BYTE = '(?<![\\uD800-\\uDBFF])[\\uDC80-\\uDCFF]';
const BYTE_CODE = '[89A-F][0-9A-F]';

const SYSTEMS: Readonly<Record<string, System>> = {
  // Its disks hold Unicode; what the system calls a colon its Finder shows as a slash.
  darwin: {
    refuses: new RegExp(`:|${ESCAPED_BYTE}`, 'g'),
    marks: `%(?=25|3A|${BYTE_CODE})`,
    windows: false,
  },
  win32: {
    refuses: new RegExp(`[\\u0001-\\u001F<>:"|?*]|${ESCAPED_BYTE}`, 'g'),
    // At the beginning it may be any: the first letter of a device.
    marks: `^%(?=[0-9A-F]{2})|%(?=25|[01][0-9A-F]|2[2A]|3[ACEF]|7C|${BYTE_CODE}|(?:20|2E)$)`,
    windows: true,
  },
};

/** `CON`, `con.txt`, `COM1 .log`: Windows opens the device whatever the extension (superscript digits count too). */
const WINDOWS_DEVICE = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9\u00B9\u00B2\u00B3])[ ]*(?:\.|$)/i;

const mark = (character: string): string =>
  `%${(character.charCodeAt(0) & 0xff).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * What a server's name is called on a disk of a system; on Linux as it is, whose disks hold every byte but two.
 * @param platform Node's name of the system: `win32`, `darwin`, …
 */
export const markedName = (name: Pathname, platform: string): string => {
  const system = SYSTEMS[platform];
  if (system === undefined) return name;
  const possible = name.replace(new RegExp(system.marks, 'gi'), mark).replace(system.refuses, mark);
  if (!system.windows) return possible;
  const whole = possible.replace(/[. ]$/, mark);
  return WINDOWS_DEVICE.test(whole) ? mark(whole) + whole.slice(1) : whole;
};

/**
 * The name that a name on a disk was made of. One that `markedName` has not made is what it is: a person who called a
 * file `50%3` or `a%20b` means that.
 */
export const unmarkedName = (local: string, platform: string): Pathname => {
  const system = SYSTEMS[platform];
  if (system === undefined || !local.includes('%')) return local;
  const name = local.replace(new RegExp(`(?:${system.marks})([0-9A-F]{2})`, 'g'), (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return String.fromCharCode(code < 0x80 ? code : 0xdc00 + code);
  });
  return markedName(name, platform) === local ? name : local;
};
