import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import styles from './tooltip.module.css';

interface TooltipProps {
  readonly label: string;
  readonly shortcut?: string | undefined;
  /** The one element the tooltip belongs to. */
  readonly children: ReactElement;
}

/** A short name beside what it names; never the only place where something is said. */
export const Tooltip = ({ label, shortcut, children }: TooltipProps) => (
  <BaseTooltip.Root>
    <BaseTooltip.Trigger render={children} />
    <BaseTooltip.Portal>
      <BaseTooltip.Positioner sideOffset={6} className={styles.positioner}>
        <BaseTooltip.Popup className={styles.popup}>
          {label}
          {shortcut === undefined ? null : <span className={styles.shortcut}>{shortcut}</span>}
        </BaseTooltip.Popup>
      </BaseTooltip.Positioner>
    </BaseTooltip.Portal>
  </BaseTooltip.Root>
);

/** Once around the window: tooltips wait a moment, and the next ones come at once. */
export const TooltipProvider = BaseTooltip.Provider;
