import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement, RefObject } from 'react';
import styles from './menu.module.css';
import { type MenuContent, MenuItems } from './menu-items.tsx';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly entries: MenuContent;
  /** Only for a menu that something else opens as well. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Where the keyboard goes when it closes; the button where absent. */
  readonly finalFocus?: RefObject<HTMLElement | null>;
}

/** A button's menu. */
export const Menu = ({ trigger, entries, open, onOpenChange, finalFocus }: MenuProps) => (
  <BaseMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
    <BaseMenu.Trigger render={trigger} />
    <BaseMenu.Portal>
      <BaseMenu.Positioner sideOffset={4} align="start" className={styles.positioner}>
        <BaseMenu.Popup className={styles.popup} finalFocus={finalFocus}>
          <MenuItems entries={entries} />
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.Root>
);
