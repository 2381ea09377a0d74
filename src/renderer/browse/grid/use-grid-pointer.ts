import { type MouseEvent, useRef } from 'react';
import { openActive } from '../../actions/open-entry.ts';
import { type SelectionMode, selectNothing, selectRow } from '../../actions/select.ts';
import { application } from '../../state/application.ts';
import type { Row } from '../../state/listing/listing-table.ts';
import { paneOf } from '../../state/panes.ts';
import type { Side } from '../../state/place.ts';
import { rowAt } from './row-at.ts';

const modeOf = (event: MouseEvent): SelectionMode => {
  if (event.shiftKey) return 'extend';
  const primary = application.getState().info.platform === 'darwin' ? event.metaKey : event.ctrlKey;
  return primary ? 'toggle' : 'only';
};

/** Selecting and opening by mouse. */
export const useGridPointer = (side: Side) => {
  // A press on one of several selected rows may begin a drag of all of them: only letting go selects it alone.
  const settleOnClick = useRef<Row | null>(null);
  return {
    onMouseDown: (event: MouseEvent<HTMLElement>) => {
      if (event.target instanceof HTMLInputElement) return;
      const row = rowAt(event.target);
      settleOnClick.current = null;
      if (row === null) {
        if (event.button === 0 && modeOf(event) === 'only' && event.target === event.currentTarget.lastElementChild) {
          selectNothing(side);
        }
        return;
      }
      const { rows } = paneOf(side).selection;
      if (event.button !== 0) {
        if (!rows.has(row)) selectRow(side, row, 'only');
      } else if (modeOf(event) === 'only' && rows.has(row)) {
        settleOnClick.current = row;
      } else {
        selectRow(side, row, modeOf(event));
      }
    },
    onClick: (event: MouseEvent) => {
      const row = rowAt(event.target);
      if (row !== null && row === settleOnClick.current && event.detail === 1) selectRow(side, row, 'only');
    },
    onDoubleClick: (event: MouseEvent) => {
      if (event.target instanceof HTMLInputElement || rowAt(event.target) === null || modeOf(event) !== 'only') return;
      openActive(side);
    },
  };
};
