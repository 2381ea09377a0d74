import type { KeyboardEvent } from 'react';
import { runGridCommand } from '../../actions/grid-commands.ts';
import { isTyping } from '../../actions/select.ts';
import { application } from '../../state/application.ts';
import type { Side } from '../../state/place.ts';
import { gridCommand } from './grid-keys.ts';

export interface GridKeyOptions {
  readonly side: Side;
  /** Rows a page key moves. */
  readonly pageRows: () => number;
  readonly openMenu: () => void;
  readonly editPath: () => void;
}

/** The handler of a grid's keys. What only the grid itself can do (its menu, the path bar) is given in. */
export const gridKeyHandler =
  ({ side, pageRows, openMenu, editPath }: GridKeyOptions) =>
  (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const onMac = application.getState().info.platform === 'darwin';
    const command = gridCommand(event, pageRows(), onMac);
    if (command === null) return;
    if (command.kind === 'find' && command.key === ' ' && !isTyping(side, event.timeStamp)) return;
    event.preventDefault();
    event.stopPropagation();
    if (command.kind === 'menu') openMenu();
    else if (command.kind === 'edit-path') editPath();
    else runGridCommand(side, command, event.timeStamp);
  };
