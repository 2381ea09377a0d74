import { describe, expect, test } from 'vitest';
import { LANGUAGES, WORDS } from '../../../src/renderer/locales/words.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every sentence under its full key, `browse.footer.entries_one`. */
const flatten = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const full = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[full, value]];
    if (typeof value === 'object' && value !== null) return flatten(value, full);
    throw new Error(`${full} is neither a sentence nor a group of them`);
  });

const base = (key: string): string => key.replace(PLURAL, '');
const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? ''))].sort();

const english = new Map(flatten(WORDS.en));
const englishKeys = new Set([...english.keys()].map(base));

describe.each(LANGUAGES)('the words in %s', (language) => {
  const words = new Map(flatten(WORDS[language]));

  test('have every key of English and no other', () => {
    expect([...new Set([...words.keys()].map(base))].sort()).toEqual([...englishKeys].sort());
  });

  test('have the plural forms that the language knows', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = new Set([...words.keys()].filter((key) => PLURAL.test(key)).map(base));
    for (const key of plurals) {
      const forms = [...words.keys()].filter((other) => PLURAL.test(other) && base(other) === key);
      expect(forms.sort(), key).toEqual(categories.map((category) => `${key}_${category}`).sort());
    }
  });

  test('hold the same placeholders as English', () => {
    for (const [key, text] of words) {
      const original = english.get(key) ?? english.get(`${base(key)}_other`);
      // "one" may spell the number out instead.
      if (PLURAL.test(key) && !key.endsWith('_other')) continue;
      expect(placeholders(text), key).toEqual(placeholders(original ?? ''));
    }
  });

  test('leave no sentence empty', () => {
    for (const [key, text] of words) expect(text.trim(), key).not.toBe('');
  });
});

test.each(['ja', 'zh-CN'] as const)('the words in %s have the wide signs that their letters go with', (language) => {
  const words = flatten(WORDS[language]);
  expect(words.filter(([, text]) => /[\u3040-\u30ff\u4e00-\u9fff”」}][,:;?!]/.test(text))).toEqual([]);
});

test('the other languages are not left in English', () => {
  for (const language of ['de', 'ja', 'zh-CN'] as const) {
    const words = new Map(flatten(WORDS[language]));
    const long = [...english].filter(([, text]) => text.split(' ').length > 3);
    expect(long.filter(([key, text]) => words.get(key) === text)).toEqual([]);
  }
});
