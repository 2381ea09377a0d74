import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import { classNames } from '../ui/class-names.ts';
import { ContextMenu, type MenuPoint } from '../ui/context-menu.tsx';
import type { MenuEntry } from '../ui/menu-items.tsx';
import styles from './sites-sidebar.module.css';

interface ListItemProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** A second, quieter line. */
  readonly subtitle?: string | undefined;
  readonly current?: boolean;
  readonly tooltip?: string | undefined;
  /** Enter, or the item's one click; with `byDoubleClick` it takes two, as in a list of files. */
  readonly onOpen: () => void;
  readonly byDoubleClick?: boolean;
  readonly menu: readonly MenuEntry[];
  /** Keys of the item's own, by their name. */
  readonly keys?: Readonly<Partial<Record<string, () => void>>>;
  /** At the end of the line. */
  readonly children?: ReactNode;
}

/** One line of the sidebar: opens something, and has a menu. */
export const ListItem = ({
  icon: Icon,
  title,
  subtitle,
  current = false,
  tooltip,
  onOpen,
  byDoubleClick = false,
  menu,
  keys = {},
  children,
}: ListItemProps) => {
  const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const own = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    const wantsMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!own && !wantsMenu) return;
    event.preventDefault();
    own?.();
    if (!wantsMenu) return;
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    setMenuAt({ x: left + 16, y: bottom });
  };
  return (
    <div className={classNames(styles.item, current && styles.current)}>
      <button
        type="button"
        data-list-item
        aria-current={current}
        title={tooltip}
        className={styles.itemButton}
        // Without a pointer (a key, a screen reader) a click is meant, not a choice: its detail is 0.
        onClick={(event: MouseEvent) => {
          if (!byDoubleClick || event.detail === 0) onOpen();
        }}
        onDoubleClick={() => {
          if (byDoubleClick) onOpen();
        }}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenuAt({ x: event.clientX, y: event.clientY });
        }}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
        <span className={styles.texts}>
          <span className={styles.title}>{title}</span>
          {subtitle === undefined ? null : <span className={styles.subtitle}>{subtitle}</span>}
        </span>
      </button>
      {children}
      <ContextMenu at={menuAt} entries={menu} onClose={() => setMenuAt(null)} />
    </div>
  );
};
