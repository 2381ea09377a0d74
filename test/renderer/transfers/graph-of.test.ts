import { expect, test } from 'vitest';
import { rateLines } from '../../../src/renderer/transfers/graph-of.ts';

const flat = (value: number, count = 10) => Array.from({ length: count }, () => value);

test('the scale is a round number above all there was', () => {
  const most = (down: number, up: number) => rateLines({ stepMs: 1_000, down: flat(down), up: flat(up) }).most;
  expect([most(900_000, 0), most(1_200_000, 0), most(0, 3_000_000), most(6_000, 0)]).toEqual([
    1_000_000, 2_000_000, 5_000_000, 10_000,
  ]);
  expect(most(0, 0)).toBe(1_000);
});

test('time goes to the right and a high rate stands high', () => {
  const { down, up, downArea } = rateLines({ stepMs: 1_000, down: flat(1_000_000, 3), up: flat(0, 3) });
  expect(down).toBe('M0 0L1 0L2 0');
  expect(up).toBe('M0 100L1 100L2 100');
  expect(downArea).toBe('M0 0L1 0L2 0L2 100L0 100Z');
});

test('a single second does not tear the line up', () => {
  const { down } = rateLines({ stepMs: 1_000, down: [0, 0, 0, 900, 0, 0, 0], up: flat(0, 7) });
  expect(down).toBe('M0 100L1 100L2 100L3 70L4 70L5 70L6 100');
});
