import { Menu as BaseMenu } from '@base-ui/react/menu';
import { memo } from 'react';
import styles from './menu.module.css';
import { type MenuContent, MenuItems } from './menu-items.tsx';

/** Where a context menu opens, in pixels of the window. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps {
  /** Null: closed. */
  readonly at: MenuPoint | null;
  readonly entries: MenuContent;
  readonly onClose: () => void;
}

/**
 * A menu at a point: where the pointer was, or beside the focused row when it was called by keyboard. The owner of
 * the rows listens to `contextmenu` and to Shift+F10 and says where; focus goes back to it on closing. While it is closed
 * rows come and go without it.
 */
export const ContextMenu = memo(({ at, entries, onClose }: ContextMenuProps) => (
  <BaseMenu.Root
    open={at !== null}
    modal={false}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <BaseMenu.Portal>
      <BaseMenu.Positioner
        anchor={{ getBoundingClientRect: () => new DOMRect(at?.x ?? 0, at?.y ?? 0, 0, 0) }}
        side="bottom"
        align="start"
        className={styles.positioner}
      >
        <BaseMenu.Popup className={styles.popup}>
          <MenuItems entries={entries} />
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.Root>
));
