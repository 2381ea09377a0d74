import type { ComponentProps } from 'react';
import styles from './visually-hidden.module.css';

/** For a screen reader only. With `role="status"` it speaks what changes. */
export const VisuallyHidden = (props: Omit<ComponentProps<'div'>, 'className'>) => (
  <div {...props} className={styles.hidden} />
);
