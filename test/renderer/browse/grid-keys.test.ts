import { describe, expect, test } from 'vitest';
import { gridCommand, type Key } from '../../../src/renderer/browse/grid/grid-keys.ts';

const key = (name: string, modifiers: Partial<Key> = {}): Key => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});
const CTRL = { ctrlKey: true };
const CMD = { metaKey: true };
const SHIFT = { shiftKey: true };
const ALT = { altKey: true };
const on = (name: string, modifiers?: Partial<Key>) => gridCommand(key(name, modifiers), 10, false);
const onMac = (name: string, modifiers?: Partial<Key>) => gridCommand(key(name, modifiers), 10, true);

describe('keys of a grid', () => {
  test.each([
    ['Enter', {}, 'open'],
    ['Backspace', {}, 'up'],
    ['ArrowUp', ALT, 'up'],
    ['ArrowLeft', ALT, 'back'],
    ['ArrowRight', ALT, 'forward'],
    ['F2', {}, 'rename'],
    ['F5', {}, 'refresh'],
    ['r', CTRL, 'refresh'],
    ['Delete', {}, 'delete'],
    ['a', CTRL, 'select-all'],
    ['A', CTRL, 'select-all'],
    [' ', CTRL, 'toggle'],
    ['F10', SHIFT, 'menu'],
    ['ContextMenu', {}, 'menu'],
    ['l', CTRL, 'edit-path'],
    ['n', { ...CTRL, ...SHIFT }, 'new-folder'],
    ['Enter', CTRL, 'send'],
    ['Enter', { ...CTRL, ...SHIFT }, 'send-with-options'],
    ['i', CTRL, 'properties'],
  ])('%s with %o is %s', (name, modifiers, kind) => {
    expect(on(name, modifiers)).toEqual({ kind });
  });

  test.each([
    ['ArrowDown', {}, 1, 'only'],
    ['ArrowUp', SHIFT, -1, 'extend'],
    ['ArrowDown', CTRL, 1, 'move'],
    ['PageDown', {}, 10, 'only'],
    ['PageUp', SHIFT, -10, 'extend'],
    ['Home', {}, 'first', 'only'],
    ['End', SHIFT, 'last', 'extend'],
  ])('%s with %o moves by %s, %s', (name, modifiers, step, mode) => {
    expect(on(name, modifiers)).toEqual({ kind: 'move', step, mode });
  });

  test('letters look for a name', () => {
    expect(on('n')).toEqual({ kind: 'find', key: 'n' });
    expect(on('Ä', SHIFT)).toEqual({ kind: 'find', key: 'Ä' });
    expect(on('港')).toEqual({ kind: 'find', key: '港' });
  });

  test('leaves to the system what is not ours', () => {
    for (const [name, modifiers] of [
      ['Tab', {}],
      ['F12', {}],
      ['q', CTRL],
      ['c', CTRL],
      ['a', CMD],
      ['a', ALT],
      ['ArrowLeft', {}],
    ] as const) {
      expect(on(name, modifiers)).toBeNull();
    }
  });

  test('follows the Finder on a Mac', () => {
    expect(onMac('a', CMD)).toEqual({ kind: 'select-all' });
    expect(onMac('ArrowDown', CMD)).toEqual({ kind: 'open' });
    expect(onMac('ArrowUp', CMD)).toEqual({ kind: 'up' });
    expect(onMac('Backspace', CMD)).toEqual({ kind: 'delete' });
    expect(onMac('[', CMD)).toEqual({ kind: 'back' });
    expect(onMac('a', CTRL)).toBeNull();
    expect(onMac('ArrowDown', SHIFT)).toEqual({ kind: 'move', step: 1, mode: 'extend' });
  });
});
