/** What a `.netrc` says about one host. */
export interface NetrcEntry {
  readonly user: string | null;
  readonly password: string | null;
  readonly account: string | null;
}

/**
 * The entry of a `.netrc` for `host`, and for `user` where one is wanted; null where there is none.
 *
 *     machine ftp.example.org login anna password secret account staff
 *
 * The `default` entry is not taken: it would send its password to whatever host is named. `macdef` and its lines up
 * to an empty one are skipped; a word may be in double quotes with `\"` and `\\` in it.
 *
 * @param text the whole file; whatever is in it, this does not throw
 */
export const findNetrcEntry = (text: string, host: string, user: string | null): NetrcEntry | null => {
  const words = splitWords(text);
  for (let at = 0; at < words.length; at++) {
    if (words[at] !== 'machine' || words[at + 1]?.toLowerCase() !== host.toLowerCase()) continue;
    const entry = readEntry(words, at + 2);
    if (user === null || entry.user === user) return entry;
  }
  return null;
};

const readEntry = (words: readonly string[], start: number): NetrcEntry => {
  const entry = { user: null as string | null, password: null as string | null, account: null as string | null };
  for (let at = start; at + 1 < words.length; at += 2) {
    const value = words[at + 1] ?? null;
    if (words[at] === 'login') entry.user = value;
    else if (words[at] === 'password') entry.password = value;
    else if (words[at] === 'account') entry.account = value;
    else break;
  }
  return entry;
};

const splitWords = (text: string): readonly string[] => {
  const words: string[] = [];
  const withoutMacros = text.replace(/\r\n/g, '\n').replace(/^[ \t]*macdef\b[^\n]*\n(?:[^\n]+\n?)*/gm, '');
  for (const line of withoutMacros.split('\n')) {
    for (const [word, quoted] of line.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g)) {
      if (word.startsWith('#') && quoted === undefined && !isValue(words)) break;
      words.push(quoted === undefined ? word : quoted.replace(/\\(.)/g, '$1'));
    }
  }
  return words;
};

/** Whether the next word is a value: a password may begin with the # that begins a comment elsewhere. */
const isValue = (words: readonly string[]): boolean =>
  ['machine', 'login', 'password', 'account'].includes(words.at(-1) ?? '');
