import type { LanguageChoice } from '#shared/model/preferences.ts';
import { de } from './menu-words/de.ts';
import { en, type MenuWords } from './menu-words/en.ts';
import { ja } from './menu-words/ja.ts';
import { zhCN } from './menu-words/zh-cn.ts';
import { pickWords, type WordsByLanguage } from './pick-words.ts';

/** The words of the application menu, which the system draws and the page's own words cannot reach. */
const WORDS: WordsByLanguage<MenuWords> = { en, de, ja, 'zh-CN': zhCN };

/** The menu's words in the person's language; see `pickWords`. */
export const menuWords = (choice: LanguageChoice, systemLanguages: readonly string[]): MenuWords =>
  pickWords(WORDS, choice, systemLanguages);
