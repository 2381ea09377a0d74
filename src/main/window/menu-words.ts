import type { LanguageChoice } from '#shared/model/preferences.ts';
import { de } from './menu-words/de.ts';
import { en, type MenuWords } from './menu-words/en.ts';
import { ja } from './menu-words/ja.ts';
import { zhCN } from './menu-words/zh-cn.ts';
import { wordsIn } from './words-in.ts';

/** The words of the application menu, which the system draws and the page's own words cannot reach. See `wordsIn`. */
export const menuWords = (choice: LanguageChoice, systemLanguages: readonly string[]): MenuWords =>
  wordsIn({ en, de, ja, 'zh-CN': zhCN }, choice, systemLanguages);
