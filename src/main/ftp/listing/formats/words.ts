import type { FileEntry, FileType } from '#shared/ftp/file-entry.ts';
import { bareEntry } from '#shared/ftp/file-entry.ts';
import type { ListingContext } from '../listing-format.ts';
import { SPACE, skipSpaces, skipWord } from '../scan.ts';

/** The beginning of a line in words. */
export interface LeadingWords {
  readonly words: readonly string[];
  /** Where the next word begins, spaces between skipped; the end of the line where there is none. */
  readonly next: number;
  /** Right behind the last word. */
  readonly end: number;
}

/** The first `count` words of a line; null where there are fewer. Tabs are no spaces: no listing has any. */
export const leadingWords = (line: string, count: number): LeadingWords | null => {
  const words: string[] = [];
  let end = 0;
  for (let at = skipSpaces(line, 0); words.length < count; at = skipSpaces(line, end)) {
    end = skipWord(line, at);
    if (end === at) return null;
    words.push(line.slice(at, end));
  }
  return { words, next: skipSpaces(line, end), end };
};

/** Without the spaces at its end: only those, since half of a UTF-8 letter may look like another kind of space. */
export const withoutSpacesBehind = (text: string): string => {
  let end = text.length;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(0, end);
};

/** An entry with a name from its bytes, and whatever else the line says. */
export const entryOf = (
  context: ListingContext,
  name: string,
  type: FileType,
  known: Partial<FileEntry> = {},
): FileEntry => ({ ...bareEntry(context.name(name), type), ...known });
