import type { KeyboardEvent, ReactNode } from 'react';
import styles from './toolbar.module.css';

interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** The buttons an arrow key goes to, round at the ends. */
const moveAmongButtons = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button:not(:disabled)')].filter(
    (button) => button instanceof HTMLElement,
  );
  const focused = document.activeElement;
  const current = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1;
  if (current < 0) return;
  event.preventDefault();
  buttons[(current + step + buttons.length) % buttons.length]?.focus();
};

/** A row of buttons that belong together; the arrow keys go from one to the next. */
export const Toolbar = ({ label, children }: ToolbarProps) => (
  <div role="toolbar" aria-label={label} className={styles.toolbar} onKeyDown={moveAmongButtons}>
    {children}
  </div>
);

export const ToolbarSeparator = () => <div aria-hidden className={styles.separator} />;
/** Pushes what follows to the end. */
export const ToolbarSpace = () => <div className={styles.space} />;
