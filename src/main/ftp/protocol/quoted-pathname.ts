import type { Pathname } from '#shared/ftp/pathname.ts';

/**
 * The pathname in a 257 reply (RFC 959 appendix II): between quotes, a quote inside it doubled.
 *
 *     257 "/a ""b"" c" is current directory.      ->  /a "b" c
 *     257 /home/guest is the current directory     ->  /home/guest   (no quotes: the first word, where it is a path)
 *     257 "" is current directory.                 ->  (empty)       (some servers say nothing at all)
 *     257 "/a "b" c" is current directory.         ->  /a "b" c      (Pure-FTPd and inetutils double nothing: there
 *                                                                    the last quote ends it)
 *
 * @param text the text of the reply's first line
 * @returns null where no pathname can be read for certain, as with a quote that never closes
 */
export const parseQuotedPathname = (text: string): Pathname | null => {
  const open = text.indexOf('"');
  if (open < 0) {
    const word = text.trim().split(' ', 1)[0] ?? '';
    return word.startsWith('/') ? word : null;
  }
  let path = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character !== '"') path += character;
    else if (text[at + 1] === '"') {
      path += '"';
      at += 1;
    } else if (at + 1 === text.length || text[at + 1] === ' ') return path;
    else return text.slice(open + 1, text.lastIndexOf('"'));
  }
  return null;
};
