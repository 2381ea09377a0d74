import { expect, test } from 'vitest';
import type { TransferState } from '#shared/model/transfer.ts';
import { EMPTY_SUMMARY } from '../../../src/renderer/state/transfers.ts';
import { COMMANDS, fitsAny, fitsSelected } from '../../../src/renderer/transfers/possible-commands.ts';

const possible = (...states: (TransferState | undefined)[]) =>
  COMMANDS.filter((command) => fitsSelected(command, states));

test.each([
  [['waiting'], ['pause', 'cancel']],
  [['active'], ['pause', 'cancel']],
  [['asking'], ['cancel']],
  [['paused'], ['resume', 'cancel']],
  [['done'], ['clear']],
  [['skipped'], ['retry', 'clear']],
  [['failed'], ['retry', 'clear']],
  [['unknown'], ['retry', 'clear']],
  [['cancelled'], ['retry', 'clear']],
  [
    ['active', 'paused'],
    ['pause', 'resume', 'cancel'],
  ],
  [[], []],
] satisfies [TransferState[], string[]][])('of transfers that are %j, %j is possible', (states, expected) => {
  expect(possible(...states)).toEqual(expected);
});

test('a row that has not been read may be in any state', () => expect(possible(undefined)).toEqual(COMMANDS));

test('without a selection failures are retried and kept, and what is over is cleared', () => {
  const any = (state: TransferState) =>
    COMMANDS.filter((command) => fitsAny(command, { ...EMPTY_SUMMARY.counts, [state]: 1 }));
  expect(any('failed')).toEqual(['retry']);
  expect(any('skipped')).toEqual(['clear']);
  expect(any('done')).toEqual(['clear']);
  expect(any('paused')).toEqual(['resume', 'cancel']);
});
