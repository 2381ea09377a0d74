import { expect, test } from 'vitest';
import { keyMeaning } from '../../../src/renderer/transfers/transfers-keys.ts';

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const position = { focus: 10, count: 100, page: 8 };
const meaning = (key: string, held: Partial<typeof NONE> = {}) => keyMeaning({ key, ...NONE, ...held }, position);

test.each([
  ['ArrowUp', 9],
  ['ArrowDown', 11],
  ['PageUp', 2],
  ['PageDown', 18],
  ['Home', 0],
  ['End', 99],
])('%s moves to row %i', (key, to) => {
  expect(meaning(key)).toEqual({ kind: 'move', to, extend: false });
  expect(meaning(key, { shiftKey: true })).toEqual({ kind: 'move', to, extend: true });
});

test.each([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['Home', 'top'],
  ['End', 'bottom'],
])('with Alt, %s puts the selected rows %s', (key, step) => {
  expect(meaning(key, { altKey: true })).toEqual({ kind: 'put', step });
});

test('the ends hold', () => {
  expect(keyMeaning({ key: 'ArrowUp', ...NONE }, { focus: 0, count: 3, page: 8 })).toMatchObject({ to: 0 });
  expect(keyMeaning({ key: 'PageDown', ...NONE }, { focus: 1, count: 3, page: 8 })).toMatchObject({ to: 2 });
});

test('the other keys', () => {
  expect(meaning(' ')).toEqual({ kind: 'pause-or-resume' });
  expect(meaning('Delete')).toEqual({ kind: 'cancel-or-clear' });
  expect(meaning('Enter')).toEqual({ kind: 'retry' });
  expect(meaning('a', { ctrlKey: true })).toEqual({ kind: 'select-all' });
  expect(meaning('A', { metaKey: true })).toEqual({ kind: 'select-all' });
  expect(meaning('F10', { shiftKey: true })).toEqual({ kind: 'menu' });
  expect(meaning('ContextMenu')).toEqual({ kind: 'menu' });
  expect(meaning('Escape')).toEqual({ kind: 'leave' });
});

test('what belongs to others is left to them', () => {
  expect(meaning('Tab')).toBeNull();
  expect(meaning('x')).toBeNull();
  expect(meaning('r', { ctrlKey: true })).toBeNull();
  expect(meaning('x', { altKey: true })).toBeNull();
  expect(meaning('ArrowUp', { altKey: true, shiftKey: true })).toBeNull();
  expect(keyMeaning({ key: 'ArrowDown', ...NONE }, { focus: -1, count: 0, page: 8 })).toBeNull();
});
