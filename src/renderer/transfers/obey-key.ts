import type { TransferCommand } from '../actions/transfers.ts';
import { selectEverything } from '../state/transfer-selection.ts';
import { selectTransfers, transfers } from '../state/transfers.ts';
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
  kind: Exclude<KeyMeaning['kind'], 'move' | 'menu'>,
  commands: readonly OfferedCommand[],
): void => {
  if (kind === 'select-all') {
    selectTransfers(selectEverything(transfers.getState().selection));
    return;
  }
  const wanted: readonly TransferCommand[] = COMMANDS_OF[kind];
  const possible = wanted.map((command) =>
    commands.find((offered) => offered.command === command && !offered.disabled),
  );
  possible.find((offered) => offered !== undefined)?.run();
};
