import type { Row } from '../state/listing/listing-table.ts';
import {
  extendTo,
  moveActive,
  NOTHING_SELECTED,
  type Selection,
  type Step,
  selectAll,
  selectOnly,
  stepFrom,
  toggleRow,
} from '../state/listing/selection.ts';
import { findTyped, NOTHING_TYPED, type Typed, typeKey } from '../state/listing/type-to-find.ts';
import { paneOf, updatePane } from '../state/panes.ts';
import type { Side } from '../state/place.ts';

const select = (side: Side, selection: Selection): void => updatePane(side, () => ({ selection }));

const selectAndReveal = (side: Side, selection: Selection): void =>
  updatePane(side, ({ revealed }) => ({ selection, revealed: revealed + 1 }));

export type SelectionMode = 'only' | 'toggle' | 'extend';

/** A click on a row. */
export const selectRow = (side: Side, row: Row, mode: SelectionMode): void => {
  const { selection, order } = paneOf(side);
  if (mode === 'toggle') select(side, toggleRow(selection, row));
  else if (mode === 'extend') select(side, extendTo(selection, order, row));
  else select(side, selectOnly(row));
};

/** A click beside all rows. */
export const selectNothing = (side: Side): void =>
  updatePane(side, ({ selection }) => ({ selection: { ...NOTHING_SELECTED, active: selection.active } }));

export const selectEverything = (side: Side): void =>
  select(side, selectAll(paneOf(side).selection, paneOf(side).order));

/** An arrow key: `extend` with Shift, `move` with Ctrl. */
export const moveSelection = (side: Side, step: Step, mode: 'only' | 'extend' | 'move'): void => {
  const { selection, order } = paneOf(side);
  const row = stepFrom(selection, order, step);
  if (row === null) return;
  if (mode === 'extend') selectAndReveal(side, extendTo(selection, order, row));
  else if (mode === 'move') selectAndReveal(side, moveActive(selection, row));
  else selectAndReveal(side, selectOnly(row));
};

const typed: Record<Side, Typed> = { left: NOTHING_TYPED, right: NOTHING_TYPED };

/** A letter typed in a pane: stands on the next row that begins with what was typed. */
export const typeToFind = (side: Side, key: string, nowMs: number): void => {
  typed[side] = typeKey(typed[side], key, nowMs);
  const { order, table, selection } = paneOf(side);
  const row = findTyped(order, table.shown, selection.active, typed[side].text);
  if (row !== null) selectAndReveal(side, selectOnly(row));
};

/** The next letter begins a new word: something else was done in between. */
export const endTyping = (side: Side): void => {
  typed[side] = NOTHING_TYPED;
};

/** Whether a space goes on with a word being typed rather than meaning the row. */
export const isTyping = (side: Side, nowMs: number): boolean =>
  typed[side].text !== '' && typeKey(typed[side], ' ', nowMs).text.length > 1;
