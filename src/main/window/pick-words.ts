import type { LanguageChoice } from '#shared/model/preferences.ts';

/** The same words in each language. */
export type WordsByLanguage<Words> = Readonly<Record<Exclude<LanguageChoice, 'system'>, Words>>;

/**
 * The words in the person's language, else in the first of the system's that there are words for.
 * @param systemLanguages BCP 47 tags, first choice first
 */
export const pickWords = <Words>(
  words: WordsByLanguage<Words>,
  choice: LanguageChoice,
  systemLanguages: readonly string[],
): Words => {
  if (choice !== 'system') return words[choice];
  const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  for (const tag of systemLanguages) {
    const found = (Object.entries(words) as [string, Words][]).find(([language]) => base(language) === base(tag));
    if (found) return found[1];
  }
  return words.en;
};
