import type { ByteString } from './pathnames.ts';
import type { TreeEntry } from './tree/file-tree.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HALF_A_YEAR = 182 * 24 * 3_600_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** `-rw-r--r--   1 tester   tester         24 Nov 21 05:53 probe.txt`, the year in place of the time when long ago. */
export const unixLine = (entry: TreeEntry, now: number): ByteString => {
  const date = new Date(entry.modified);
  const recent = Math.abs(now - entry.modified) < HALF_A_YEAR;
  const time = recent
    ? `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
    : String(date.getUTCFullYear()).padStart(5);
  const day = `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${time}`;
  const kind = { file: '-', directory: 'd', link: 'l' }[entry.kind];
  const links = entry.kind === 'directory' ? 2 : 1;
  const target = entry.target === null ? '' : ` -> ${entry.target}`;
  const size = String(entry.size).padStart(12);
  return `${kind}${permissionLetters(entry.mode)} ${String(links).padStart(3)} tester   tester ${size} ${day} ${entry.name}${target}`;
};

/** `11-20-26  10:00AM       <DIR>          docs`, as the servers of Windows print it. */
export const dosLine = (entry: TreeEntry): ByteString => {
  const date = new Date(entry.modified);
  const hour = date.getUTCHours();
  const day = `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}-${two(date.getUTCFullYear() % 100)}`;
  const time = `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(date.getUTCMinutes())}${hour < 12 ? 'AM' : 'PM'}`;
  const middle = entry.kind === 'directory' ? '       <DIR>         ' : String(entry.size).padStart(21);
  return `${day}  ${time}${middle} ${entry.name}`;
};

/** `type=file;size=24;modify=20261121055301; probe.txt` with the facts asked for (RFC 3659 7). */
export const mlsxLine = (entry: TreeEntry, facts: readonly string[], type: string = machineType(entry)): ByteString => {
  const values: Record<string, string | null> = {
    type,
    size: entry.kind === 'file' ? String(entry.size) : null,
    modify: timeValue(entry.modified),
    perm: entry.kind === 'directory' ? 'flcdmpe' : 'adfrw',
    'unix.mode': `0${entry.mode.toString(8).padStart(3, '0')}`,
  };
  const said = facts.map((fact) => (values[fact] ? `${fact}=${values[fact]};` : '')).join('');
  return `${said} ${entry.name}`;
};

/** RFC 3659 2.3: `20261121055301`, in UTC. */
export const timeValue = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 19).replace(/\D/g, '');

/** The reverse; null where it is not a time-val. */
export const parseTimeValue = (text: string): number | null => {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
};

const machineType = (entry: TreeEntry): string => {
  if (entry.kind === 'directory') return 'dir';
  return entry.kind === 'link' ? `OS.unix=slink:${entry.target}` : 'file';
};

const permissionLetters = (mode: number): string =>
  [6, 3, 0]
    .map((shift) => mode >> shift)
    .map((bits) => (bits & 4 ? 'r' : '-') + (bits & 2 ? 'w' : '-') + (bits & 1 ? 'x' : '-'))
    .join('');
