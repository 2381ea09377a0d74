import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { panes } from '../state/panes.ts';
import type { Side } from '../state/place.ts';
import styles from './pane.module.css';
import { PaneContent } from './pane-content.tsx';
import { PaneFooter } from './pane-footer.tsx';
import { PaneToolbar } from './pane-toolbar.tsx';
import { PathBar } from './path/path-bar.tsx';

/** One side of the window: where it is, what can be done there, and what is there. */
export const Pane = ({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('browse');
  const pane = useStore(panes, (state) => state[side]);
  const [editingPath, setEditingPath] = useState(false);
  const section = useRef<HTMLElement>(null);
  const openEditor = useCallback(() => setEditingPath(true), []);
  const closeEditor = useCallback(() => {
    setEditingPath(false);
    section.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  }, []);
  const bars = (
    <div key="bars" className={styles.bars}>
      <PathBar side={side} editing={editingPath} onEdit={openEditor} onClose={closeEditor} />
      <PaneToolbar side={side} />
    </div>
  );
  const content = (
    <div key="content" className={styles.content}>
      <PaneContent side={side} pane={pane} onEditPath={openEditor} />
    </div>
  );
  return (
    <section ref={section} aria-label={t(`pane.${side}`)} className={styles.pane}>
      {side === 'local' ? [bars, content] : [content, bars]}
      <PaneFooter side={side} pane={pane} />
    </section>
  );
};
