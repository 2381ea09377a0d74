import { afterEach, describe, expect, test } from 'vitest';
import { beginDrag, draggedRows, dropKind, endDrag, ROWS_TYPE } from '../../../src/renderer/state/drag.ts';
import type { Place } from '../../../src/renderer/state/place.ts';
import { entry } from '../listing/entries-fixture.ts';

const LOCAL: Place = { side: 'local', path: '/' };
const REMOTE: Place = { side: 'remote', sessionId: 's', path: '/' };

afterEach(endDrag);

describe('dropKind', () => {
  test('takes rows of the other pane only', () => {
    beginDrag({ from: LOCAL, entries: [entry('a')] });
    expect(dropKind([ROWS_TYPE], REMOTE)).toBe('rows');
    expect(dropKind([ROWS_TYPE], LOCAL)).toBeNull();
  });

  test('takes no rows that this window did not begin to drag', () => {
    expect(dropKind([ROWS_TYPE], REMOTE)).toBeNull();
  });

  test('takes files of the desktop into either pane', () => {
    expect(dropKind(['Files'], LOCAL)).toBe('desktop');
    expect(dropKind(['Files', 'text/plain'], REMOTE)).toBe('desktop');
  });

  test('takes nothing else, and nothing where there is no folder', () => {
    expect(dropKind(['text/plain'], LOCAL)).toBeNull();
    expect(dropKind(['Files'], null)).toBeNull();
  });
});

test('what is dragged is forgotten when the drag ends', () => {
  beginDrag({ from: LOCAL, entries: [] });
  endDrag();
  expect(draggedRows()).toBeNull();
});
