import { describe, expect, test } from 'vitest';
import { type ProgressMark, progressMark, showProgress } from '../../../src/main/window/taskbar-progress.ts';
import { fakeClock } from '../transfer/pacing/fake-clock.ts';
import { summaryOf } from './summary-fixture.ts';

const bytes = (transferredBytes: number) => ({ totalBytes: 1_000, transferredBytes });

describe('the mark', () => {
  test.each([
    ['none where nothing was ever to do', summaryOf({}), { progress: -1, mode: 'none' }],
    [
      'none where all is over, be it badly',
      summaryOf({ done: 2, failed: 1 }, bytes(900)),
      { progress: -1, mode: 'none' },
    ],
    [
      'a share while something moves',
      summaryOf({ active: 1, waiting: 2 }, bytes(250)),
      { progress: 0.25, mode: 'normal' },
    ],
    ['some while sizes are not known', summaryOf({ active: 1 }), { progress: 2, mode: 'indeterminate' }],
    ['an error where one failed', summaryOf({ active: 1, failed: 1 }, bytes(500)), { progress: 0.5, mode: 'error' }],
    [
      'an error where one is unknown',
      summaryOf({ paused: 1, unknown: 1 }, bytes(500)),
      { progress: 0.5, mode: 'error' },
    ],
    ['paused where the rest is', summaryOf({ paused: 3, done: 1 }, bytes(500)), { progress: 0.5, mode: 'paused' }],
    ['paused where a person is asked', summaryOf({ asking: 1 }, bytes(0)), { progress: 0, mode: 'paused' }],
    ['never more than all', summaryOf({ active: 1 }, bytes(2_000)), { progress: 1, mode: 'normal' }],
  ] as const)('is %s', (_name, summary, mark) => {
    expect(progressMark(summary)).toEqual(mark);
  });
});

test('is shown a few times a second at most, the newest last, and only where it differs', async () => {
  const clock = fakeClock();
  const shown: ProgressMark[] = [];
  const show = showProgress((mark) => shown.push(mark), clock.after);
  show(summaryOf({}));
  expect(shown).toEqual([]);
  for (let at = 0; at <= 1_000; at += 1) {
    show(summaryOf({ active: 1 }, bytes(at)));
    await clock.pass(2);
  }
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.length).toBeLessThan(10);
  show(summaryOf({ done: 1 }, bytes(1_000)));
  await clock.pass(1_000);
  expect(shown.at(-1)).toEqual({ progress: -1, mode: 'none' });
  const { length } = shown;
  show(summaryOf({ done: 1 }, bytes(1_000)));
  await clock.pass(1_000);
  expect(shown).toHaveLength(length);
  expect(clock.waiting).toBe(0);
});
