import type { PaneCommand } from '../../actions/grid-commands.ts';
import type { Step } from '../../state/listing/selection.ts';

/** What a key means in a grid of files: something to do in the pane, or something only the grid can show. */
export type GridCommand = PaneCommand | { readonly kind: 'menu' } | { readonly kind: 'edit-path' };

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The commands of keys pressed alone. */
const PLAIN: Readonly<Record<string, GridCommand>> = {
  Enter: { kind: 'open' },
  Backspace: { kind: 'up' },
  F2: { kind: 'rename' },
  F5: { kind: 'refresh' },
  F7: { kind: 'new-folder' },
  Delete: { kind: 'delete' },
  Escape: { kind: 'select-none' },
  ContextMenu: { kind: 'menu' },
};

/** The commands of keys with Ctrl, or Cmd on a Mac. */
const PRIMARY: Readonly<Record<string, GridCommand>> = {
  a: { kind: 'select-all' },
  r: { kind: 'refresh' },
  f: { kind: 'filter' },
  l: { kind: 'edit-path' },
  i: { kind: 'properties' },
  ' ': { kind: 'toggle' },
  enter: { kind: 'send' },
  1: { kind: 'choose-left' },
  2: { kind: 'choose-right' },
};

/** The same with Shift. */
const SHIFTED_PRIMARY: Readonly<Record<string, GridCommand>> = {
  n: { kind: 'new-folder' },
  e: { kind: 'encoding' },
  enter: { kind: 'send-with-options' },
};

/** What a Mac's Finder does besides. */
const MAC: Readonly<Record<string, GridCommand>> = {
  ArrowUp: { kind: 'up' },
  ArrowDown: { kind: 'open' },
  Backspace: { kind: 'delete' },
  '[': { kind: 'back' },
  ']': { kind: 'forward' },
};

const ALT: Readonly<Record<string, GridCommand>> = {
  ArrowUp: { kind: 'up' },
  ArrowLeft: { kind: 'back' },
  ArrowRight: { kind: 'forward' },
  Enter: { kind: 'properties' },
};

/**
 * The command of a key, or null where it is none of ours and the browser should have it.
 * @param pageRows how many rows a page key moves
 * @param onMac whether Cmd stands for Ctrl
 */
export const gridCommand = (key: Key, pageRows: number, onMac: boolean): GridCommand | null => {
  const primary = onMac ? key.metaKey : key.ctrlKey;
  const other = onMac ? key.ctrlKey : key.metaKey;
  if (other) return null;
  if (key.altKey) return primary || key.shiftKey ? null : (ALT[key.key] ?? null);
  if (key.shiftKey && key.key === 'F10') return { kind: 'menu' };
  if (primary && onMac && !key.shiftKey && MAC[key.key]) return MAC[key.key] ?? null;
  const step = stepOf(key.key, pageRows);
  if (step !== null) return { kind: 'move', step, mode: modeOf(key.shiftKey, primary) };
  if (primary) return (key.shiftKey ? SHIFTED_PRIMARY : PRIMARY)[key.key.toLowerCase()] ?? null;
  const plain = PLAIN[key.key];
  if (plain) return plain;
  return [...key.key].length === 1 ? { kind: 'find', key: key.key } : null;
};

const modeOf = (shift: boolean, primary: boolean): 'only' | 'extend' | 'move' => {
  if (shift) return 'extend';
  return primary ? 'move' : 'only';
};

const stepOf = (key: string, pageRows: number): Step | null => {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return pageRows;
    case 'PageUp':
      return -pageRows;
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return null;
  }
};
