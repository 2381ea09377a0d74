import type { TransferState } from '#shared/model/transfer.ts';
import type { TransferCommand } from '../actions/transfers.ts';

/** In which states a command does something. */
const FITS: Readonly<Record<TransferCommand, readonly TransferState[]>> = {
  pause: ['waiting', 'active'],
  resume: ['paused'],
  cancel: ['waiting', 'active', 'asking', 'paused'],
  retry: ['failed', 'unknown', 'skipped', 'cancelled'],
  clear: ['done', 'skipped', 'cancelled', 'failed', 'unknown'],
};

/** Without a selection only what is over and settled is cleared, and only what went wrong is tried again. */
const FITS_ALL: Readonly<Record<TransferCommand, readonly TransferState[]>> = {
  ...FITS,
  retry: ['failed', 'unknown'],
  clear: ['done', 'skipped', 'cancelled'],
};

export const COMMANDS = ['pause', 'resume', 'retry', 'cancel', 'clear'] as const satisfies readonly TransferCommand[];

/**
 * Whether a command fits any of the selected transfers.
 * @param states of the selected ones; undefined where a row has not been read, which may be in any state
 */
export const fitsSelected = (command: TransferCommand, states: Iterable<TransferState | undefined>): boolean => {
  for (const state of states) if (state === undefined || FITS[command].includes(state)) return true;
  return false;
};

/** Whether a command without a selection would find a transfer it fits. */
export const fitsAny = (command: TransferCommand, counts: Readonly<Record<TransferState, number>>): boolean =>
  FITS_ALL[command].some((state) => counts[state] > 0);
