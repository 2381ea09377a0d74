import { expect, test } from 'vitest';
import { ConnectionGrowth } from '../../../../src/main/transfer/segments/connection-growth.ts';

/** Has a file move as fast as `rate` says of so many connections; answers how many it came to have. */
const grown = (rate: (connections: number) => number, most = 8): number => {
  const growth = new ConnectionGrowth();
  let connections = 1;
  let bytes = 0;
  for (let now = 0; now < 60_000; now += 250) {
    bytes += rate(connections) / 4;
    if (growth.look(now, bytes, connections) && connections < most) connections += 1;
  }
  return connections;
};

test('where each connection has a limit of its own, as many as may be', () => {
  expect(grown((connections) => connections * 5_000_000)).toBe(8);
});

test('where the line is full with one, a second is tried and no third', () => {
  expect(grown(() => 50_000_000)).toBe(2);
});

test('where the line is full with three, a fourth is the last', () => {
  expect(grown((connections) => Math.min(connections, 3) * 5_000_000)).toBe(4);
});

test('what comes to a standstill gets no more', () => {
  expect(grown(() => 0)).toBe(1);
});

test('one that was lost is no reason to stop', () => {
  const growth = new ConnectionGrowth();
  const looks = (from: number, connections: number): boolean[] =>
    Array.from({ length: 10 }, (_, index) =>
      growth.look(from + index * 250, (from + index * 250) * 1_000, connections),
    );
  expect(looks(0, 1).at(-1)).toBe(true);
  expect(looks(2_500, 2).at(-1)).toBe(false);
  const slower = new ConnectionGrowth();
  for (let now = 0; now < 2_500; now += 250) slower.look(now, now * 1_000, 2);
  let wants = false;
  for (let now = 2_500; now < 5_000; now += 250) wants = slower.look(now, 2_500_000 + (now - 2_500) * 500, 1);
  expect(wants).toBe(true);
});
