import type { LanguageChoice } from '#shared/model/preferences.ts';

export type MainLanguage = Exclude<LanguageChoice, 'system'>;

/**
 * Of words in every language those of the person's, else those of the first of the system's that there are any for.
 * @param systemLanguages BCP 47 tags, first choice first
 */
export const wordsIn = <Words>(
  all: Readonly<Record<MainLanguage, Words>>,
  choice: LanguageChoice,
  systemLanguages: readonly string[],
): Words => {
  if (choice !== 'system') return all[choice];
  const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  for (const tag of systemLanguages) {
    const found = Object.entries(all).find(([language]) => base(language) === base(tag));
    if (found) return found[1];
  }
  return all.en;
};
