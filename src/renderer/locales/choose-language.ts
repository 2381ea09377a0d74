import type { LanguageChoice } from '#shared/model/preferences.ts';
import { LANGUAGES, type Language } from './words.ts';

const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/**
 * The language to show: the person's choice, else the first of the system's languages that Longshore speaks, else
 * English.
 * @param languages BCP 47 tags, first choice first
 */
export const chooseLanguage = (choice: LanguageChoice, languages: readonly string[]): Language => {
  if (choice !== 'system') return choice;
  for (const tag of languages) {
    const found = LANGUAGES.find((language) => baseOf(language) === baseOf(tag));
    if (found) return found;
  }
  return 'en';
};

/**
 * The tag for dates and numbers: the system's own (`de-AT`) where it is of the language shown, so that its habits of
 * region hold, else the language itself.
 */
export const chooseFormatLocale = (language: Language, languages: readonly string[]): string =>
  languages.find((tag) => baseOf(tag) === baseOf(language)) ?? language;
