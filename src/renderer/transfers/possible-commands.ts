import { LIST_OF, type TransferList, type TransferState } from '#shared/model/transfer.ts';
import type { TransferCommand } from '../actions/transfers.ts';

/** In which states a command does something. */
const FITS: Readonly<Record<TransferCommand, readonly TransferState[]>> = {
  pause: ['waiting', 'active', 'moving'],
  resume: ['paused'],
  cancel: ['waiting', 'active', 'moving', 'asking', 'paused'],
  retry: ['failed', 'unknown', 'skipped', 'cancelled'],
  clear: ['done', 'skipped', 'cancelled', 'failed', 'unknown'],
};

const COMMANDS = ['pause', 'resume', 'retry', 'cancel', 'clear'] as const satisfies readonly TransferCommand[];

/** The commands that fit any transfer of a list, in the order in which they are offered. */
export const commandsOf = (list: TransferList): readonly TransferCommand[] =>
  COMMANDS.filter((command) => FITS[command].some((state) => LIST_OF[state] === list));

/**
 * Whether a command fits any of the selected transfers.
 * @param states of the selected ones; undefined where a row has not been read, which may be in any state
 */
export const fitsSelected = (command: TransferCommand, states: Iterable<TransferState | undefined>): boolean => {
  for (const state of states) if (state === undefined || FITS[command].includes(state)) return true;
  return false;
};

/** Whether a command without a selection would find a transfer of the list it fits. Nobody wants all that was skipped again. */
export const fitsAny = (
  command: TransferCommand,
  list: TransferList,
  counts: Readonly<Record<TransferState, number>>,
): boolean =>
  !(command === 'retry' && list === 'finished') &&
  FITS[command].some((state) => LIST_OF[state] === list && counts[state] > 0);
