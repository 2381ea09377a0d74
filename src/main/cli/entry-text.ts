import { type FileEntry, type FileType, formatFileTime } from '#shared/ftp/file-entry.ts';
import { displayName } from '#shared/ftp/pathname.ts';

const TYPE_LETTER: Readonly<Record<FileType, string>> = {
  file: '-',
  directory: 'd',
  link: 'l',
  other: '?',
  unknown: '?',
};

/** One entry as a line for people: `-rw-r--r-- anna     staff            531 2026-11-20 10:00  name`. */
export const entryText = (entry: FileEntry, name: string): string => {
  const permissions = TYPE_LETTER[entry.type] + (entry.permissions ?? '?????????');
  const owner = displayName(entry.owner ?? '-').padEnd(8);
  const group = displayName(entry.group ?? '-').padEnd(8);
  const size = String(entry.size ?? '-').padStart(12);
  const modified = (entry.modified ? formatFileTime(entry.modified).replace('T', ' ') : '-').padEnd(16);
  const target = entry.target === null ? '' : ` -> ${displayName(entry.target)}`;
  return `${permissions} ${owner} ${group} ${size} ${modified}  ${displayName(name)}${target}`;
};
