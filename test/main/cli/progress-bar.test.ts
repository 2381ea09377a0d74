import { expect, test } from 'vitest';
import type { TransferSummary } from '#shared/model/transfer.ts';
import { createProgressBar, progressLine } from '../../../src/main/cli/progress-bar.ts';

const summary = (part: Partial<TransferSummary>): TransferSummary => ({
  version: 1,
  count: 7,
  counts: {
    waiting: 4,
    active: 1,
    moving: 0,
    asking: 0,
    paused: 0,
    done: 2,
    skipped: 0,
    failed: 0,
    unknown: 0,
    cancelled: 0,
  },
  totalBytes: 4_194_304,
  transferredBytes: 1_048_576,
  rate: 524_288,
  remainingMs: 65_000,
  rates: { down: 524_288, up: 0 },
  whenDone: 'nothing',
  ...part,
});

test('a line tells part, files, bytes, rate and time left', () => {
  expect(progressLine(summary({}), 80)).toBe(
    '[=======                   ]  25 %  2/7  1.0 MiB of 4.0 MiB  512.0 KiB/s  1:05',
  );
});

test.each([20, 40, 60, 80, 200])('it never fills %i columns, whatever is known', (columns) => {
  for (const part of [{}, { totalBytes: 0, transferredBytes: 0, remainingMs: null }, { remainingMs: 9_999_000 }]) {
    expect(progressLine(summary(part), columns).length).toBeLessThan(columns);
  }
});

test('it is drawn over itself, not too often, and leaves nothing', () => {
  const written: string[] = [];
  const bar = createProgressBar((text) => written.push(text), 80);
  bar.draw(summary({}));
  bar.draw(summary({}));
  bar.clear();
  bar.clear();
  expect(written).toEqual([`\r\u001B[K${progressLine(summary({}), 80)}`, '\r\u001B[K']);
});
