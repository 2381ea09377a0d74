import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons: what can be done now. */
  readonly actions?: ReactNode;
}

/** What stands where content will be: calm, and with a way on. */
export const EmptyState = ({ icon: Icon, title, children, actions }: EmptyStateProps) => (
  <div className={styles.frame}>
    <div className={styles.state}>
      {Icon ? <Icon className={styles.icon} size={32} strokeWidth={1.25} aria-hidden /> : null}
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.words}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  </div>
);
