import { afterEach, describe, expect, test } from 'vitest';
import {
  beginDrag,
  type DraggedRows,
  draggedRows,
  dropOver,
  endDrag,
  ROWS_TYPE,
} from '../../../src/renderer/state/drag.ts';
import type { Place } from '../../../src/renderer/state/place.ts';
import { entry } from '../listing/entries-fixture.ts';

const LOCAL: Place = { kind: 'local', path: '/' };
const REMOTE: Place = { kind: 'remote', sessionId: 's', path: '/' };
const OTHER: Place = { kind: 'remote', sessionId: 'other', path: '/' };

afterEach(endDrag);

describe('what a drop would do', () => {
  test('sends rows of the other pane, by what both show', () => {
    const rows: DraggedRows = { side: 'right', from: REMOTE, entries: [entry('a')] };
    beginDrag(rows);
    expect(dropOver([ROWS_TYPE], 'left', LOCAL)).toEqual({ kind: 'rows', sending: 'download', rows, onto: LOCAL });
    expect(dropOver([ROWS_TYPE], 'left', OTHER)).toMatchObject({ sending: 'between' });
    expect(dropOver([ROWS_TYPE], 'left', { ...REMOTE, path: '/b' })).toMatchObject({ sending: 'move' });
  });

  test('is nothing within one pane, or from a folder into itself', () => {
    beginDrag({ side: 'right', from: REMOTE, entries: [entry('a')] });
    expect(dropOver([ROWS_TYPE], 'right', { ...REMOTE, path: '/b' })).toBeNull();
    expect(dropOver([ROWS_TYPE], 'left', REMOTE)).toBeNull();
  });

  test('is nothing for rows that this window did not begin to drag', () => {
    expect(dropOver([ROWS_TYPE], 'right', REMOTE)).toBeNull();
  });

  test('takes files of the desktop into any folder', () => {
    expect(dropOver(['Files'], 'left', LOCAL)).toEqual({ kind: 'desktop', onto: LOCAL });
    expect(dropOver(['Files', 'text/plain'], 'left', REMOTE)).toEqual({ kind: 'desktop', onto: REMOTE });
  });

  test('is nothing for anything else, and where there is no folder', () => {
    expect(dropOver(['text/plain'], 'left', LOCAL)).toBeNull();
    expect(dropOver(['Files'], 'left', null)).toBeNull();
  });
});

test('what is dragged is forgotten when the drag ends', () => {
  beginDrag({ side: 'left', from: LOCAL, entries: [] });
  endDrag();
  expect(draggedRows()).toBeNull();
});
