import type { Step } from '../actions/reorder-transfers.ts';

/** What a key means in the table of transfers. */
export type KeyMeaning =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'pause-or-resume' }
  | { readonly kind: 'cancel-or-clear' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'put'; readonly step: Step }
  | { readonly kind: 'leave' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface Position {
  /** The row with the focus. */
  readonly focus: number;
  readonly count: number;
  /** Rows of one page. */
  readonly page: number;
}

/** The meaning of a key, or null where it has none here. */
export const keyMeaning = (key: Key, position: Position): KeyMeaning | null => {
  if (position.count === 0) return null;
  if (key.altKey) return putMeaning(key);
  if (key.ctrlKey || key.metaKey) return key.key.toLowerCase() === 'a' ? { kind: 'select-all' } : null;
  if (key.key === 'ContextMenu' || (key.key === 'F10' && key.shiftKey)) return { kind: 'menu' };
  const to = moved(key.key, position);
  if (to !== null) {
    return { kind: 'move', to: Math.min(position.count - 1, Math.max(0, to)), extend: key.shiftKey };
  }
  switch (key.key) {
    case ' ':
      return { kind: 'pause-or-resume' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'cancel-or-clear' };
    case 'Enter':
      return { kind: 'retry' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return null;
  }
};

const PUT: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'top', End: 'bottom' };

/** With Alt the selected rows move instead of the focus. */
const putMeaning = ({ key, ctrlKey, metaKey, shiftKey }: Key): KeyMeaning | null => {
  const step = PUT[key];
  return step === undefined || ctrlKey || metaKey || shiftKey ? null : { kind: 'put', step };
};

const moved = (key: string, { focus, count, page }: Position): number | null => {
  switch (key) {
    case 'ArrowUp':
      return focus - 1;
    case 'ArrowDown':
      return focus + 1;
    case 'PageUp':
      return focus - page;
    case 'PageDown':
      return focus + page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};
