import { expect, test } from 'vitest';
import { createSettledBytes } from '../../../../src/main/ftp/user-dtp/settled-bytes.ts';

test('a place is reached when the sink has all bytes before it, in whatever order its promises settle', () => {
  const settled = createSettledBytes();
  const reached: string[] = [];
  const [first, second, third] = [settled.handOver(10), settled.handOver(10), settled.handOver(10)];
  settled.when(15, () => reached.push('15'));
  settled.when(30, () => reached.push('30'));
  second();
  expect(reached).toEqual([]);
  first();
  expect(reached).toEqual(['15']);
  third();
  expect(reached).toEqual(['15', '30']);
});

test('what is behind already is told at once', () => {
  const settled = createSettledBytes();
  let reached = 0;
  settled.when(0, () => {
    reached += 1;
  });
  settled.handOver(5)();
  settled.when(5, () => {
    reached += 1;
  });
  expect(reached).toBe(2);
});

test('of very many places the last ones are kept', () => {
  const settled = createSettledBytes();
  const reached: number[] = [];
  const done = settled.handOver(1000);
  for (let at = 1; at <= 1000; at += 1) settled.when(at, () => reached.push(at));
  done();
  expect(reached).toHaveLength(64);
  expect(reached.at(-1)).toBe(1000);
});
