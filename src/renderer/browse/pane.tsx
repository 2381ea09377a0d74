import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { panes } from '../state/panes.ts';
import type { Side } from '../state/place.ts';
import { FilterBar } from './filter-bar.tsx';
import styles from './pane.module.css';
import { PaneContent } from './pane-content.tsx';
import { PaneFooter } from './pane-footer.tsx';
import { PaneToolbar } from './pane-toolbar.tsx';
import { PathBar } from './path/path-bar.tsx';
import { paneRole } from './source/pane-role.ts';

/** One side of the window: where it is, what can be done there, and what is there. */
export const Pane = ({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('browse');
  const pane = useStore(panes, (state) => state[side]);
  const role = paneRole(side, pane.source);
  const [editingPath, setEditingPath] = useState(false);
  const files = useRef<HTMLDivElement>(null);
  const openEditor = useCallback(() => setEditingPath(true), []);
  const closeEditor = useCallback(() => {
    setEditingPath(false);
    files.current?.focus();
  }, []);
  const bars = (
    <div key="bars" className={styles.bars}>
      <PathBar side={side} files={files} editing={editingPath} onEdit={openEditor} onClose={closeEditor} />
      <PaneToolbar side={side} />
      {pane.filter === null ? null : (
        <FilterBar side={side} files={files} filter={pane.filter} asked={pane.filterAsked} />
      )}
    </div>
  );
  const content = (
    <div key="content" className={styles.content}>
      <PaneContent side={side} pane={pane} grid={files} onEditPath={openEditor} />
    </div>
  );
  return (
    <section aria-label={t(`pane.${role}`)} className={styles.pane}>
      {side === 'left' ? [bars, content] : [content, bars]}
      <PaneFooter side={side} pane={pane} />
    </section>
  );
};
