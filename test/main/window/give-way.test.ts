import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveWay } from '../../../src/main/window/give-way.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('transfers spare the processors while a person is at work, and no longer than a second behind the last sign', () => {
  const shares: number[] = [];
  const personActive = giveWay((share) => shares.push(share));
  for (let sign = 0; sign < 4; sign += 1) {
    personActive();
    vi.advanceTimersByTime(900);
  }
  expect(shares).toEqual([0.1]);
  vi.advanceTimersByTime(100);
  expect(shares).toEqual([0.1, 1]);
  personActive();
  expect(shares).toEqual([0.1, 1, 0.1]);
});
