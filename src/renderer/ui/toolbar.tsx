import { Toolbar as BaseToolbar } from '@base-ui/react/toolbar';
import type { ReactNode } from 'react';
import styles from './toolbar.module.css';
import { InToolbar } from './toolbar-part.ts';

interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A row of buttons that belong together: one stop for Tab, and the arrow keys go from one to the next. */
export const Toolbar = ({ label, children }: ToolbarProps) => (
  <BaseToolbar.Root aria-label={label} className={styles.toolbar}>
    <InToolbar value>{children}</InToolbar>
  </BaseToolbar.Root>
);

export const ToolbarSeparator = () => <div aria-hidden className={styles.separator} />;
/** Pushes what follows to the end. */
export const ToolbarSpace = () => <div className={styles.space} />;
