import { describe, expect, test } from 'vitest';
import { createArrangement } from '../../../src/renderer/state/listing/arrangement.ts';
import type { SliceClock } from '../../../src/renderer/state/listing/sort-in-slices.ts';

const up = (a: number, b: number): number => a - b;
const down = (a: number, b: number): number => b - a;
const everything = (): boolean => true;

const setUp = (clock: SliceClock = { now: () => 0, pause: async () => {} }) => {
  const orders: number[][] = [];
  const frames: (() => void)[] = [];
  const arrangement = createArrangement({
    compare: up,
    shows: everything,
    clock,
    nextFrame: () => new Promise((resolve) => frames.push(resolve)),
    onOrder: (order) => orders.push([...order]),
  });
  /** Paints until nothing waits for a frame any more. */
  const settle = async (): Promise<void> => {
    let settled = false;
    const done = arrangement.settled().then(() => {
      settled = true;
    });
    while (!settled) {
      for (const frame of frames.splice(0)) frame();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await done;
  };
  return { arrangement, orders, settle };
};

describe('an arrangement', () => {
  test('shows the first rows at once', () => {
    const { arrangement, orders } = setUp();
    arrangement.add([2, 0, 1]);
    expect(orders).toEqual([[0, 1, 2]]);
    arrangement.stop();
  });

  test('takes later rows in where they belong, once a frame', async () => {
    const { arrangement, orders, settle } = setUp();
    arrangement.add([4, 2]);
    arrangement.add([3]);
    arrangement.add([1]);
    expect(orders).toEqual([[2, 4]]);
    await settle();
    expect(orders).toEqual([
      [2, 4],
      [1, 2, 3, 4],
    ]);
  });

  test('stops for the frame when its time is up and goes on in the next', async () => {
    let now = 0;
    // Every look at the clock finds a whole slice gone.
    const { arrangement, orders, settle } = setUp({
      now: () => {
        now += 100;
        return now;
      },
      pause: async () => {},
    });
    arrangement.add(Array.from({ length: 600 }, (_, row) => row));
    expect(orders.map((order) => order.length)).toEqual([250]);
    await settle();
    expect(orders.map((order) => order.length)).toEqual([250, 500, 600]);
  });

  test('sorts everything anew on another wish, and later rows by it too', async () => {
    const { arrangement, orders, settle } = setUp();
    arrangement.add([1, 2]);
    await settle();
    arrangement.rearrange(down, everything);
    await settle();
    arrangement.add([3, 0]);
    await settle();
    expect(orders.at(-2)).toEqual([2, 1]);
    expect(orders.at(-1)).toEqual([3, 2, 1, 0]);
  });

  test('loses no row that comes while everything is sorted anew', async () => {
    const held: (() => void)[] = [];
    let now = 0;
    const { arrangement, orders, settle } = setUp({
      now: () => {
        now += 100;
        return now;
      },
      pause: () => new Promise((resolve) => held.push(resolve)),
    });
    arrangement.add([1]);
    await settle();
    arrangement.rearrange(down, everything);
    arrangement.add([2]);
    expect(held).toHaveLength(1);
    const settled = settle();
    const release = setInterval(() => {
      for (const resume of held.splice(0)) resume();
    }, 0);
    await settled;
    clearInterval(release);
    expect(orders.at(-1)).toEqual([2, 1]);
  });

  test('leaves out what is not to be shown, and shows it when it is', async () => {
    const { arrangement, orders, settle } = setUp();
    arrangement.add([0, 1, 2, 3]);
    arrangement.rearrange(up, (row) => row % 2 === 0);
    await settle();
    expect(orders.at(-1)).toEqual([0, 2]);
    arrangement.rearrange(up, everything);
    await settle();
    expect(orders.at(-1)).toEqual([0, 1, 2, 3]);
  });

  test('tells nothing after it was stopped', async () => {
    const { arrangement, orders } = setUp();
    arrangement.add([1]);
    arrangement.stop();
    arrangement.add([2]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(orders).toEqual([[1]]);
  });
});
