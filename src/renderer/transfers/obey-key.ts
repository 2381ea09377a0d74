import { stepTransfers } from '../actions/reorder-transfers.ts';
import { closeTransferFilter } from '../actions/show-transfers.ts';
import type { TransferCommand } from '../actions/transfers.ts';
import { selectEverything } from '../state/transfer-selection.ts';
import { selectTransfers, shownView, transfers } from '../state/transfers.ts';
import type { KeyMeaning } from './transfers-keys.ts';
import type { OfferedCommand } from './use-transfer-commands.ts';

/** In this order: the first command that is possible is what the key means now. */
const COMMANDS_OF = {
  'pause-or-resume': ['pause', 'resume'],
  'cancel-or-clear': ['cancel', 'clear'],
  retry: ['retry'],
} as const satisfies Record<string, readonly TransferCommand[]>;

/** Does what a key means, where it can be done now. */
export const obeyKey = (
  meaning: Exclude<KeyMeaning, { kind: 'move' | 'menu' }>,
  commands: readonly OfferedCommand[],
): void => {
  switch (meaning.kind) {
    case 'select-all':
      selectTransfers(selectEverything(shownView(transfers.getState()).selection));
      break;
    case 'put':
      void stepTransfers(meaning.step);
      break;
    case 'leave':
      leave();
      break;
    default:
      runFirst(COMMANDS_OF[meaning.kind], commands);
  }
};

/** Esc: first what narrows the list goes, then the selection. */
const leave = (): void => {
  const view = shownView(transfers.getState());
  if (view.filtering) closeTransferFilter();
  else selectTransfers({ ...view.selection, ids: new Set() });
};

const runFirst = (wanted: readonly TransferCommand[], commands: readonly OfferedCommand[]): void => {
  const possible = wanted.map((command) =>
    commands.find((offered) => offered.command === command && !offered.disabled),
  );
  possible.find((offered) => offered !== undefined)?.run();
};
