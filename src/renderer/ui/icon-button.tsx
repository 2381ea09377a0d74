import type { LucideIcon } from 'lucide-react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { type ButtonPartProps, useButtonPart } from './toolbar-part.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonPartProps, 'className' | 'children' | 'title'> {
  readonly icon: LucideIcon;
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  /** How to do the same by keyboard, as `formatShortcut` writes it; shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly size?: 'small' | 'medium';
  /** Set for a button that stays down. */
  readonly pressed?: boolean;
  /** Set for one that opens a choice, where what is chosen must not be forgotten; its label tells what that is. */
  readonly marked?: boolean;
}

/** A button that is only an icon, with its name as a tooltip. */
export const IconButton = ({ icon: Icon, label, shortcut, size = 'medium', ...props }: IconButtonProps) => {
  const { pressed, marked = false, ...rest } = props;
  const Part = useButtonPart();
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <Part
        focusableWhenDisabled
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        data-marked={marked ? '' : undefined}
        className={classNames(
          styles.button,
          styles.icon,
          size === 'small' && styles.small,
          size === 'small' && styles.iconSmall,
        )}
      >
        <Icon aria-hidden strokeWidth={1.75} />
      </Part>
    </Tooltip>
  );
};
