import { expect, test } from 'vitest';
import { NO_TRANSFERS, TRANSFER_LISTS, type TransferState } from '#shared/model/transfer.ts';
import { commandsOf, fitsAny, fitsSelected } from '../../../src/renderer/transfers/possible-commands.ts';

const COMMANDS = ['pause', 'resume', 'retry', 'cancel', 'clear'] as const;

const possible = (...states: (TransferState | undefined)[]) =>
  COMMANDS.filter((command) => fitsSelected(command, states));

test.each([
  [['waiting'], ['pause', 'cancel']],
  [['active'], ['pause', 'cancel']],
  [['moving'], ['pause', 'cancel']],
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

test('each list has the commands for what can be in it', () => {
  expect(commandsOf('queue')).toEqual(['pause', 'resume', 'cancel']);
  expect(commandsOf('failed')).toEqual(['retry', 'clear']);
  expect(commandsOf('finished')).toEqual(['retry', 'clear']);
});

test('without a selection a list is retried or cleared as a whole, but nobody wants all that was skipped again', () => {
  const any = (state: TransferState) =>
    TRANSFER_LISTS.flatMap((list) =>
      COMMANDS.filter((command) => fitsAny(command, list, { ...NO_TRANSFERS, [state]: 1 })).map(
        (command) => `${command} ${list}`,
      ),
    );
  expect(any('failed')).toEqual(['retry failed', 'clear failed']);
  expect(any('skipped')).toEqual(['clear finished']);
  expect(any('done')).toEqual(['clear finished']);
  expect(any('paused')).toEqual(['resume queue', 'cancel queue']);
});
