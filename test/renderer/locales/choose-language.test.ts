import { expect, test } from 'vitest';
import { chooseFormatLocale, chooseLanguage } from '../../../src/renderer/locales/choose-language.ts';

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'ja-JP'], 'ja'],
  [['zh-Hans-SG'], 'zh-CN'],
  [['en_US'.replace('_', '-')], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('a system that prefers %j is shown %s', (languages, language) => {
  expect(chooseLanguage('system', languages)).toBe(language);
});

test('what the person chose comes first', () => {
  expect(chooseLanguage('ja', ['de'])).toBe('ja');
});

test('numbers and dates follow the region of the system where it speaks the language shown', () => {
  expect(chooseFormatLocale('en', ['de-DE', 'en-GB'])).toBe('en-GB');
  expect(chooseFormatLocale('ja', ['de-DE'])).toBe('ja');
});
