import { basename, dirname } from 'node:path';
import type { LanguageChoice } from '#shared/model/preferences.ts';
import { pickWords, type WordsByLanguage } from './pick-words.ts';

interface StoreWords {
  readonly all: string;
  readonly some: string;
  readonly queue: string;
}

/** Told by the system's own dialog. */
const WORDS: WordsByLanguage<StoreWords> = {
  en: {
    all: 'The file with your sites, preferences and transfers was damaged. Everything in it could still be read and is in a new file. The damaged one was kept as {file} in {folder}.',
    some: 'The file with your sites, preferences and transfers was damaged. What could still be read of it is in a new file; something may be missing. The damaged one was kept as {file} in {folder}.',
    queue:
      'Not all transfers from earlier could be read. Those that could are in the list, and new ones are not affected.',
  },
  de: {
    all: 'Die Datei mit Ihren Servern, Einstellungen und Übertragungen war beschädigt. Alles darin ließ sich noch lesen und steht nun in einer neuen Datei. Die beschädigte wurde als {file} in {folder} aufbewahrt.',
    some: 'Die Datei mit Ihren Servern, Einstellungen und Übertragungen war beschädigt. Was sich davon noch lesen ließ, steht nun in einer neuen Datei; es kann etwas fehlen. Die beschädigte wurde als {file} in {folder} aufbewahrt.',
    queue:
      'Nicht alle früheren Übertragungen ließen sich lesen. Was zu lesen war, steht in der Liste; neue Übertragungen sind nicht betroffen.',
  },
  ja: {
    all: 'サイト、設定、転送を保存しているファイルが壊れていました。内容はすべて読み出せたので、新しいファイルに移しました。壊れたファイルは {folder} に {file} として残してあります。',
    some: 'サイト、設定、転送を保存しているファイルが壊れていました。読み出せた内容を新しいファイルに移しましたが、一部が失われている可能性があります。壊れたファイルは {folder} に {file} として残してあります。',
    queue: '以前の転送の一部を読み出せませんでした。読み出せた転送は一覧にあり、新しい転送には影響ありません。',
  },
  'zh-CN': {
    all: '保存站点、设置和传输的文件已损坏。其中的内容仍可全部读取，已移到新文件中。损坏的文件以 {file} 为名保留在 {folder} 中。',
    some: '保存站点、设置和传输的文件已损坏。仍可读取的内容已移到新文件中，可能有部分缺失。损坏的文件以 {file} 为名保留在 {folder} 中。',
    queue: '之前的传输未能全部读取。已读取的传输在列表中，新的传输不受影响。',
  },
};

/** What a person is told about a store that was damaged: what is left, and where the damaged file is. */
export const storeWords = (
  choice: LanguageChoice,
  systemLanguages: readonly string[],
  damage: { readonly brokenFile: string; readonly complete: boolean },
): string => {
  const words = pickWords(WORDS, choice, systemLanguages);
  return (damage.complete ? words.all : words.some)
    .replace('{file}', basename(damage.brokenFile))
    .replace('{folder}', dirname(damage.brokenFile));
};

/** What a person is told where the kept transfers cannot all be read. @param detail what the store said */
export const queueWords = (choice: LanguageChoice, systemLanguages: readonly string[], detail: string): string =>
  `${pickWords(WORDS, choice, systemLanguages).queue}\n\n${detail}`;
