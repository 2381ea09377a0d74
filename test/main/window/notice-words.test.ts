import { expect, test } from 'vitest';
import { noticeWords } from '../../../src/main/window/notice-words.ts';

test.each([
  ['en', 1, 0, '1 transfer done.'],
  ['en', 1_200, 3, '1,200 transfers done, 3 failed.'],
  ['de', 1, 0, '1 Übertragung fertig.'],
  ['de', 1_200, 3, '1.200 Übertragungen fertig, 3 gescheitert.'],
  ['ja', 2, 1, '2 件完了、1 件失敗。'],
  ['zh-CN', 2, 0, '2 项完成。'],
] as const)('in %s', (language, done, failed, words) => {
  expect(noticeWords(language, []).outcome(done, failed)).toBe(words);
});

test('are in the first of the system’s languages that there are words for', () => {
  expect(noticeWords('system', ['fr-FR', 'de-AT', 'en']).allDone).toBe('Alle Übertragungen sind fertig');
  expect(noticeWords('system', ['fr-FR']).allDone).toBe('All transfers are done');
});
