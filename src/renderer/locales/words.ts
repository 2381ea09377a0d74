import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** Every word of the window, by language and feature. English is what the keys are typed from. */
export const WORDS = { en, de, ja, 'zh-CN': zhCN };

export type Words = typeof en;
export type Language = keyof typeof WORDS;
export const LANGUAGES = ['en', 'de', 'ja', 'zh-CN'] as const satisfies readonly Language[];
