import { expect, test } from 'vitest';
import { formatShortcut } from '../../../src/renderer/ui/shortcut.ts';

test('a shortcut is written as the system writes it', () => {
  const shortcut = { primary: true, shift: true, key: 'N' };
  expect(formatShortcut(shortcut, false)).toBe('Ctrl+Shift+N');
  expect(formatShortcut(shortcut, true)).toBe('⇧⌘N');
  expect(formatShortcut({ alt: true, key: 'Left' }, true)).toBe('⌥←');
  expect(formatShortcut({ key: 'F2' }, false)).toBe('F2');
});
