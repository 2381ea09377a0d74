import { expect, test } from 'vitest';
import type { TransferSummary, TransferView } from '#shared/model/transfer.ts';
import { EMPTY_SUMMARY } from '../../../src/renderer/state/transfers.ts';
import {
  finishedCount,
  isBusy,
  progressOf,
  showsProgress,
  totalProgress,
} from '../../../src/renderer/transfers/progress-of.ts';
import { transferView } from './transfer-view-fixture.ts';

const HALF = { files: 10, finished: 4, failed: 1 };

test.each([
  ['half of it', { transferred: 50 }, 0.5],
  ['more than was promised', { transferred: 150 }, 1],
  ['done, whatever the sizes say', { state: 'done', size: 0 }, 1],
  ['an empty file under way', { size: 0 }, 0],
  ['of unknown size, moving', { size: null, transferred: 5 }, null],
  ['of unknown size, waiting', { size: null, state: 'waiting' }, 0],
  ['a folder goes by its bytes', { kind: 'folder', state: 'moving', transferred: 30, folder: HALF }, 0.3],
  ['a folder of empty files goes by their number', { kind: 'folder', state: 'moving', size: 0, folder: HALF }, 0.5],
] satisfies [string, Partial<TransferView>, number | null][])('%s', (_, part, expected) => {
  expect(progressOf(transferView(part))).toBe(expected);
});

const summary = (part: Partial<TransferSummary>): TransferSummary => ({ ...EMPTY_SUMMARY, ...part });

test('the total goes by bytes, and by files where all are empty', () => {
  expect(totalProgress(summary({ count: 2, totalBytes: 200, transferredBytes: 50 }))).toBe(0.25);
  expect(totalProgress(summary({ count: 4, counts: { ...EMPTY_SUMMARY.counts, done: 1, waiting: 3 } }))).toBe(0.25);
  expect(totalProgress(EMPTY_SUMMARY)).toBe(0);
});

test('finished is whatever nothing more will happen to, busy is whatever goes on by itself', () => {
  const counts = { ...EMPTY_SUMMARY.counts, done: 1, failed: 2, unknown: 3, skipped: 4, cancelled: 5, paused: 6 };
  expect(finishedCount(counts)).toBe(15);
  expect(isBusy(counts)).toBe(false);
  expect(isBusy({ ...counts, asking: 1 })).toBe(true);
});

test('what has not begun or is over shows none', () => {
  const shows = (part: Partial<TransferView>) => showsProgress(transferView(part));
  expect([shows({}), shows({ state: 'paused' }), shows({ state: 'moving' })]).toEqual([true, true, true]);
  expect([shows({ state: 'waiting' }), shows({ state: 'done' })]).toEqual([false, false]);
  expect(shows({ state: 'waiting', transferred: 5 })).toBe(true);
});
