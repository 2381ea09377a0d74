/** A key with its modifiers; `primary` is Cmd on a Mac and Ctrl elsewhere. */
export interface Shortcut {
  readonly primary?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly key: string;
}

const MAC_KEYS: Readonly<Record<string, string>> = {
  Backspace: '⌫',
  Delete: '⌦',
  Enter: '↩',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};

/** As the system writes it: `⇧⌘N` on a Mac, `Ctrl+Shift+N` elsewhere. */
export const formatShortcut = ({ primary, shift, alt, key }: Shortcut, onMac: boolean): string => {
  if (onMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${primary ? '⌘' : ''}${MAC_KEYS[key] ?? key}`;
  return [primary && 'Ctrl', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
};
