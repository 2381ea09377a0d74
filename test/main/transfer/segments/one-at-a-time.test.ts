import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MeasuredBytes } from '../../../../src/main/transfer/segments/measured-bytes.ts';
import { watchForTurns } from '../../../../src/main/transfer/segments/one-at-a-time.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A piece that is watched while all move `rate` bytes a millisecond, and a beginning takes so many milliseconds. */
const watched = ({ rate = 1, beginningMs = 100 }: { readonly rate?: number; readonly beginningMs?: number } = {}) => {
  const piece = { from: 0, to: 1_000_000, counter: new MeasuredBytes(() => Date.now()) };
  const found = vi.fn();
  const begun = Date.now();
  const watch = watchForTurns(piece, { beginningMs }, () => (Date.now() - begun) * rate, found);
  return { piece, found, watch };
};

describe('a piece whose STOR is not answered', () => {
  test('while others move waits for its turn, which is told once', () => {
    const { found } = watched();
    vi.advanceTimersByTime(2_900);
    expect(found).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(found).toHaveBeenCalledOnce();
  });

  test('is not taken for one that moves because its data is on its way', () => {
    const { piece, found } = watched({ rate: 2 });
    piece.counter.bytes = 1_000;
    vi.advanceTimersByTime(4_000);
    expect(found).toHaveBeenCalledOnce();
  });

  test('is given more time where all beginnings take long', () => {
    const { found } = watched({ beginningMs: 500 });
    vi.advanceTimersByTime(7_900);
    expect(found).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(found).toHaveBeenCalledOnce();
  });

  test('shows nothing while the line rests, and the time before that counts', () => {
    let moved = 0;
    const counter = new MeasuredBytes(() => Date.now());
    const found = vi.fn();
    watchForTurns({ from: 0, to: 1, counter }, { beginningMs: 100 }, () => moved, found);
    const move = (looks: number, bytes: number): void => {
      for (let look = 0; look < looks; look += 1) {
        moved += bytes;
        vi.advanceTimersByTime(250);
      }
    };
    move(6, 100);
    move(40, 0);
    expect(found).not.toHaveBeenCalled();
    move(6, 100);
    expect(found).toHaveBeenCalledOnce();
  });

  test.each([
    ['where nothing else moves', { rate: 0 }],
    ['where nothing has begun yet', { beginningMs: Number.POSITIVE_INFINITY }],
  ])('shows nothing %s', (_, how) => {
    const { found } = watched(how);
    vi.advanceTimersByTime(60_000);
    expect(found).not.toHaveBeenCalled();
  });

  test('shows nothing when it is over', () => {
    const { found, watch } = watched();
    vi.advanceTimersByTime(2_000);
    watch.end();
    vi.advanceTimersByTime(60_000);
    expect(found).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('a piece that was answered shows nothing, however slow it is', () => {
  const { found, watch } = watched();
  vi.advanceTimersByTime(1_000);
  watch.begun();
  vi.advanceTimersByTime(60_000);
  expect(found).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
