import type { LanguageChoice } from '#shared/model/preferences.ts';
import { de } from './menu-words/de.ts';
import { en, type MenuWords } from './menu-words/en.ts';
import { ja } from './menu-words/ja.ts';
import { zhCN } from './menu-words/zh-cn.ts';

/** The words of the application menu, which the system draws and the page's own words cannot reach. */
const WORDS: Readonly<Record<Exclude<LanguageChoice, 'system'>, MenuWords>> = { en, de, ja, 'zh-CN': zhCN };

/**
 * The menu's words in the person's language, else in the first of the system's that there are words for.
 * @param systemLanguages BCP 47 tags, first choice first
 */
export const menuWords = (choice: LanguageChoice, systemLanguages: readonly string[]): MenuWords => {
  if (choice !== 'system') return WORDS[choice];
  const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  for (const tag of systemLanguages) {
    const found = Object.entries(WORDS).find(([language]) => base(language) === base(tag));
    if (found) return found[1];
  }
  return WORDS.en;
};
