import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveWay } from '../../../src/main/window/give-way.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('transfers rest between turns while a person is at work, and no longer than a second behind the last sign', () => {
  const rests: number[] = [];
  const personActive = giveWay((factor) => rests.push(factor));
  for (let sign = 0; sign < 4; sign += 1) {
    personActive();
    vi.advanceTimersByTime(900);
  }
  expect(rests).toEqual([4]);
  vi.advanceTimersByTime(100);
  expect(rests).toEqual([4, 0]);
  personActive();
  expect(rests).toEqual([4, 0, 4]);
});
