import { expect, test } from 'vitest';
import { RateRecord } from '../../../../src/main/transfer/table/rate-record.ts';

const MINUTES = 299;
const tail = (values: readonly number[], count: number) => values.slice(-count);

test('bytes are counted by the second and by direction, and the second under way is left out', () => {
  const record = new RateRecord();
  record.add(10_100, 5, 1);
  record.add(10_900, 5, 0);
  record.add(11_500, 7, 2);
  const { stepMs, down, up } = record.read(11_999);
  expect(stepMs).toBe(1_000);
  expect(down).toHaveLength(MINUTES);
  expect(tail(down, 2)).toEqual([0, 10]);
  expect(tail(up, 2)).toEqual([0, 1]);
  expect(tail(record.read(12_000).down, 2)).toEqual([10, 7]);
});

test('nobody has to tell it that nothing moves', () => {
  const record = new RateRecord();
  record.add(1_500, 3, 3);
  expect(tail(record.read(5_000).down, 5)).toEqual([0, 3, 0, 0, 0]);
  record.add(6_000, 4, 0);
  expect(tail(record.read(7_000).down, 6)).toEqual([3, 0, 0, 0, 0, 4]);
});

test('what is older than some minutes is forgotten, however long it was left alone', () => {
  const record = new RateRecord();
  for (let second = 0; second < 1_000; second++) record.add(second * 1_000, second, 0);
  expect(record.read(1_000_000).down[0]).toBe(1_000 - MINUTES);
  expect(record.read(5_000_000).down.every((bytes) => bytes === 0)).toBe(true);
});

test('in the beginning nothing has moved', () => {
  expect(new RateRecord().read(0).up.every((bytes) => bytes === 0)).toBe(true);
});
