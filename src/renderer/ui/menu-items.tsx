import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import { Check } from 'lucide-react';
import { classNames } from './class-names.ts';
import styles from './menu.module.css';

/** A line of a menu as data; the same list serves a menu button and a context menu. */
export type MenuEntry =
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly shortcut?: string | undefined;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      /** The choice that holds now, among several of which one does. */
      readonly checked?: boolean;
      /** For what is done several times in a row. */
      readonly staysOpen?: boolean;
      readonly onChoose: () => void;
    }
  | { readonly kind: 'separator'; readonly id: string };

/** The lines of a menu, inside the popup of a Menu or ContextMenu. */
export const MenuItems = ({ entries }: { readonly entries: readonly MenuEntry[] }) =>
  entries.map((entry) => {
    if (entry.kind === 'separator') return <BaseMenu.Separator key={entry.id} className={styles.separator} />;
    const Icon = entry.icon;
    return (
      <BaseMenu.Item
        key={entry.id}
        disabled={entry.disabled ?? false}
        closeOnClick={!entry.staysOpen}
        onClick={entry.onChoose}
        {...(entry.checked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': entry.checked })}
        className={classNames(styles.item, entry.danger && styles.danger)}
      >
        {Icon ? <Icon aria-hidden strokeWidth={1.75} /> : null}
        {entry.checked === undefined ? null : (
          <Check aria-hidden className={classNames(!entry.checked && styles.unchecked)} />
        )}
        <span className={styles.label}>{entry.label}</span>
        {entry.shortcut === undefined ? null : (
          <span className={styles.shortcut} aria-hidden>
            {entry.shortcut}
          </span>
        )}
      </BaseMenu.Item>
    );
  });
