import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LOOK_AGAIN_AFTER, StartTimer } from '../../../../src/main/transfer/scheduling/start-timer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

/** Rows that are to begin so many milliseconds from now. */
const timerFor = (offsets: readonly number[]) => {
  const begun = Date.now();
  let starts = offsets.map((offset) => begun + offset);
  const due: number[] = [];
  const timer = new StartTimer({
    earliest: (after) => starts.filter((start) => start > after).toSorted((a, b) => a - b)[0] ?? null,
    due: () => due.push(Date.now() - begun),
  });
  return {
    timer,
    due,
    set: (next: readonly number[]) => {
      starts = next.map((offset) => begun + offset);
      timer.look();
    },
  };
};

describe('a row that is to begin at a time', () => {
  test('begins then, and each that follows at its own', () => {
    const { timer, due } = timerFor([90_000, 5 * MINUTE, 5 * MINUTE, 24 * 60 * MINUTE]);
    timer.look();
    vi.advanceTimersByTime(24 * 60 * MINUTE);
    expect(due).toEqual([90_000, 5 * MINUTE, 24 * 60 * MINUTE]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is not waited for any more when its time is taken back', () => {
    const { timer, due, set } = timerFor([MINUTE]);
    timer.look();
    set([]);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(MINUTE);
    expect(due).toEqual([]);
  });

  test('in the past begins at the next look', () => {
    const { set, due } = timerFor([]);
    vi.advanceTimersByTime(MINUTE);
    set([1]);
    expect(due).toEqual([MINUTE]);
  });

  test('a month from now is more than a timer can wait for at once', () => {
    const month = 31 * 24 * 60 * MINUTE;
    const { timer, due } = timerFor([month]);
    timer.look();
    vi.advanceTimersByTime(month);
    expect(due).toEqual([month]);
  });
});

describe('a clock that jumps', () => {
  test('forward, as in sleep: the row begins within a minute, or as soon as somebody looks', () => {
    const { timer, due } = timerFor([60 * MINUTE]);
    timer.look();
    vi.setSystemTime(Date.now() + 2 * 60 * MINUTE);
    expect(due).toEqual([]);
    vi.advanceTimersByTime(LOOK_AGAIN_AFTER);
    expect(due).toHaveLength(1);
    const other = timerFor([60 * MINUTE]);
    other.timer.look();
    vi.setSystemTime(Date.now() + 2 * 60 * MINUTE);
    other.timer.look();
    expect(other.due).toHaveLength(1);
  });

  test('back: the row begins when its time has come again', () => {
    const { timer, due } = timerFor([10 * MINUTE]);
    timer.look();
    vi.setSystemTime(Date.now() - 60 * MINUTE);
    vi.advanceTimersByTime(69 * MINUTE);
    expect(due).toEqual([]);
    vi.advanceTimersByTime(2 * MINUTE);
    expect(due).toHaveLength(1);
  });
});

test('nothing begins once the queue has stopped', () => {
  const { timer, due } = timerFor([MINUTE]);
  timer.look();
  timer.stop();
  vi.advanceTimersByTime(MINUTE);
  timer.look();
  expect(due).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
