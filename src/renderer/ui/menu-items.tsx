import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import { Check, ChevronRight } from 'lucide-react';
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
      /** Whether of several choices any number can hold. */
      readonly several?: boolean;
      /** For what is done several times in a row. */
      readonly staysOpen?: boolean;
      readonly onChoose: () => void;
    }
  | {
      readonly kind: 'submenu';
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly disabled?: boolean;
      readonly entries: readonly MenuEntry[];
    }
  | { readonly kind: 'separator'; readonly id: string }
  /** What is chosen between, for the eye: the menu itself is named by its button. */
  | { readonly kind: 'heading'; readonly id: string; readonly label: string };

/** The lines of a menu, or a hook that tells them: it is asked only while the menu is open. */
export type MenuContent = readonly MenuEntry[] | (() => readonly MenuEntry[]);

/** What is inside the popup of a Menu or ContextMenu. */
export const MenuItems = ({ entries }: { readonly entries: MenuContent }) =>
  typeof entries === 'function' ? <ToldItems useEntries={entries} /> : <Items entries={entries} />;

const ToldItems = ({ useEntries }: { readonly useEntries: () => readonly MenuEntry[] }) => (
  <Items entries={useEntries()} />
);

const Items = ({ entries }: { readonly entries: readonly MenuEntry[] }) =>
  entries.map((entry) => {
    if (entry.kind === 'separator') return <BaseMenu.Separator key={entry.id} className={styles.separator} />;
    if (entry.kind === 'heading') return <Heading key={entry.id} label={entry.label} />;
    return entry.kind === 'submenu' ? <Submenu key={entry.id} entry={entry} /> : <Item key={entry.id} entry={entry} />;
  });

const Heading = ({ label }: { readonly label: string }) => (
  <div aria-hidden className={styles.heading}>
    {label}
  </div>
);

const Item = ({ entry }: { readonly entry: Extract<MenuEntry, { kind: 'item' }> }) => {
  const Icon = entry.icon;
  const role = entry.several ? 'menuitemcheckbox' : 'menuitemradio';
  return (
    <BaseMenu.Item
      disabled={entry.disabled ?? false}
      closeOnClick={!entry.staysOpen}
      onClick={entry.onChoose}
      {...(entry.checked === undefined ? {} : { role, 'aria-checked': entry.checked })}
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
};

const Submenu = ({ entry }: { readonly entry: Extract<MenuEntry, { kind: 'submenu' }> }) => {
  const Icon = entry.icon;
  return (
    <BaseMenu.SubmenuRoot>
      <BaseMenu.SubmenuTrigger disabled={entry.disabled ?? false} className={styles.item}>
        {Icon ? <Icon aria-hidden strokeWidth={1.75} /> : null}
        <span className={styles.label}>{entry.label}</span>
        <ChevronRight aria-hidden strokeWidth={1.75} />
      </BaseMenu.SubmenuTrigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner alignOffset={-4} className={styles.positioner}>
          <BaseMenu.Popup className={styles.popup}>
            <MenuItems entries={entry.entries} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.SubmenuRoot>
  );
};
