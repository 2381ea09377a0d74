/**
 * Whether a name fits one of several patterns: `*.html; index.*`. `*` stands for any characters, `?` for one. Upper and
 * lower case are alike, and so are composed and decomposed letters.
 */
export const matchesNames = (patterns: string, name: string): boolean => {
  const letters = lettersOf(name);
  return patterns.split(';').some((pattern) => pattern.trim() !== '' && fits(lettersOf(pattern.trim()), letters));
};

const lettersOf = (text: string): readonly string[] => [...text.normalize('NFC').toLowerCase()];

/**
 * Goes back to the last `*` only, never to one before it: what that one took can stay as it is. So the time is bounded by
 * the product of both lengths, whatever a server calls its files.
 */
const fits = (pattern: readonly string[], name: readonly string[]): boolean => {
  let at = 0;
  let star: { readonly pattern: number; name: number } | null = null;
  for (let letter = 0; letter < name.length; ) {
    if (pattern[at] === '*') {
      star = { pattern: at, name: letter };
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[letter])) {
      at += 1;
      letter += 1;
    } else if (star !== null) {
      star.name += 1;
      letter = star.name;
      at = star.pattern + 1;
    } else return false;
  }
  return pattern.slice(at).every((rest) => rest === '*');
};
