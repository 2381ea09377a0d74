import { availableParallelism } from 'node:os';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { isSparing, spareProcessors, takeRest } from '../../../../src/main/ftp/user-dtp/processor-share.ts';

/** A process whose time and use of the processors are set by hand, in milliseconds. */
const madeUpProcess = () => {
  const process_ = { atMs: 1_000, usedMs: 500 };
  vi.spyOn(performance, 'now').mockImplementation(() => process_.atMs);
  vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({
    user: process_.usedMs * 400,
    system: process_.usedMs * 600,
  }));
  onTestFinished(() => void vi.restoreAllMocks());
  /** Time passes, in which so many processors were busy. */
  return (ms: number, busy: number): void => {
    process_.atMs += ms;
    process_.usedMs += ms * busy;
  };
};

/** One processor, as a share of them all. */
const ONE = 1 / availableParallelism();

afterEach(() => spareProcessors(1));

test('nobody rests where nothing is to be spared', () => {
  const pass = madeUpProcess();
  expect(isSparing()).toBe(false);
  pass(100, 2);
  expect(takeRest()).toBe(0);
});

test('what was used beyond the share is rested for, that of other threads as well, and only once', () => {
  const pass = madeUpProcess();
  spareProcessors(0.2 * ONE);
  expect(isSparing()).toBe(true);
  pass(2, 1.5);
  // 3 ms of a processor are 20 % of 15 ms, 2 of which have passed.
  expect(takeRest()).toBeCloseTo(13);
  pass(13, 0);
  pass(1, 0.2);
  expect(takeRest()).toBeCloseTo(0);
});

test('what is used while data rests is rested for the next time', () => {
  const pass = madeUpProcess();
  spareProcessors(0.5 * ONE);
  pass(4, 1);
  expect(takeRest()).toBeCloseTo(4);
  pass(4, 1);
  expect(takeRest()).toBeCloseTo(8);
});

test('who uses less than the share never rests, and saves nothing up by it', () => {
  const pass = madeUpProcess();
  spareProcessors(0.5 * ONE);
  pass(1_000, 0.1);
  expect(takeRest()).toBe(0);
  pass(10, 1);
  expect(takeRest()).toBeCloseTo(10);
});

test('less than a millisecond is put off, and not forgotten', () => {
  const pass = madeUpProcess();
  spareProcessors(0.5 * ONE);
  for (let turn = 0; turn < 3; turn += 1) {
    pass(0.3, 1);
    expect(takeRest()).toBe(0);
  }
  pass(0.3, 1);
  expect(takeRest()).toBeCloseTo(1.2);
});

test('however much was used, data does not stand still for long', () => {
  const pass = madeUpProcess();
  spareProcessors(0.1 * ONE);
  pass(100, 1);
  expect(takeRest()).toBe(25);
  pass(25, 0);
  expect(takeRest()).toBe(0);
});
