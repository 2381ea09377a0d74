import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A row of buttons that belong together. */
export const Toolbar = ({ label, children }: ToolbarProps) => (
  <div role="toolbar" aria-label={label} className={styles.toolbar}>
    {children}
  </div>
);

export const ToolbarSeparator = () => <div aria-hidden className={styles.separator} />;
/** Pushes what follows to the end. */
export const ToolbarSpace = () => <div className={styles.space} />;
