import { expect, test } from 'vitest';
import type { TransferSummary } from '#shared/model/transfer.ts';
import { type Round, watchRounds } from '../../../src/main/window/transfer-rounds.ts';
import { summaryOf } from './summary-fixture.ts';

/** What is told of the queue going through these counts. */
const roundsOf = (...steps: readonly Partial<TransferSummary['counts']>[]): readonly Round[] => {
  const rounds: Round[] = [];
  const watch = watchRounds((round) => rounds.push(round));
  for (const counts of steps) watch(summaryOf(counts));
  return rounds;
};

test('a round is over with the last transfer, and tells what came of it', () => {
  expect(roundsOf({}, { waiting: 3 }, { active: 1, done: 1, waiting: 1 }, { done: 2, failed: 1 })).toEqual([
    { done: 2, failed: 1 },
  ]);
});

test.each(['waiting', 'active', 'moving', 'asking', 'paused'] as const)('none is over while one is %s', (state) => {
  expect(roundsOf({}, { waiting: 2 }, { done: 1, [state]: 1 })).toEqual([]);
});

test('what was over before does not count', () => {
  expect(roundsOf({ done: 7, failed: 2 }, { done: 7, failed: 2, active: 1 }, { done: 8, failed: 2 })).toEqual([
    { done: 1, failed: 0 },
  ]);
});

test('what is cleared meanwhile takes nothing away', () => {
  const steps = [{}, { active: 2 }, { active: 1, done: 1 }, { active: 1 }, { done: 1 }];
  expect(roundsOf(...steps)).toEqual([{ done: 2, failed: 0 }]);
});

test('of unknown outcome is not done, and skipped is', () => {
  expect(roundsOf({}, { active: 2 }, { unknown: 1, skipped: 1 })).toEqual([{ done: 1, failed: 1 }]);
});

test('one that is over between two looks is a round', () => {
  expect(roundsOf({}, { done: 1 })).toEqual([{ done: 1, failed: 0 }]);
});

test('cancelling everything is none, and neither is what is there at the start', () => {
  expect(roundsOf({}, { active: 1, waiting: 4 }, { cancelled: 5 })).toEqual([]);
  expect(roundsOf({ done: 9, failed: 1 })).toEqual([]);
});
