import type { LanguageChoice } from '#shared/model/preferences.ts';
import { de } from './notice-words/de.ts';
import { en, type NoticeWords } from './notice-words/en.ts';
import { ja } from './notice-words/ja.ts';
import { zhCN } from './notice-words/zh-cn.ts';
import { wordsIn } from './words-in.ts';

/** The words of what the system tells for us while the window may be out of sight. See `wordsIn`. */
export const noticeWords = (choice: LanguageChoice, systemLanguages: readonly string[]): NoticeWords =>
  wordsIn({ en, de, ja, 'zh-CN': zhCN }, choice, systemLanguages);
