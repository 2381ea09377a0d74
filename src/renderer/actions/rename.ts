import { isSafeName } from '#shared/ftp/pathname.ts';
import { paneOf, updatePane } from '../state/panes.ts';
import type { Side } from '../state/place.ts';
import { renameEntry } from './change-files.ts';

/** Opens the active row's name for editing. */
export const beginRenaming = (side: Side): void => {
  const { selection, table } = paneOf(side);
  const { active } = selection;
  if (active === null || !isSafeName(table.shown[active] ?? '')) return;
  updatePane(side, ({ revealed }) => ({ renaming: active, revealed: revealed + 1 }));
};

/** Closes the field; `to` is the text of the new name, null leaves it as it was. */
export const finishRenaming = (side: Side, from: string, to: string | null): void => {
  const { place } = paneOf(side);
  updatePane(side, () => ({ renaming: null }));
  if (place !== null && to !== null) void renameEntry(place, from, to);
};
