import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Pane } from '../browse/pane.tsx';
import { changeLayout, LAYOUT_BOUNDS, layout } from '../state/layout.ts';
import { Splitter } from '../ui/splitter.tsx';
import styles from './app.module.css';

/** Both panes side by side, and the line between them. */
export const Panes = () => {
  const { t } = useTranslation('app');
  const share = useStore(layout, (state) => state.leftShare);
  const both = useRef<HTMLElement>(null);
  return (
    <main
      ref={both}
      aria-label={t('regions.panes')}
      className={styles.panes}
      style={{ gridTemplateColumns: `minmax(0, ${share}fr) auto minmax(0, ${1 - share}fr)` }}
    >
      <Splitter
        label={t('splitters.panes')}
        orientation="vertical"
        value={share * 100}
        min={LAYOUT_BOUNDS.leftShare.min * 100}
        max={LAYOUT_BOUNDS.leftShare.max * 100}
        step={2}
        unitsPerPixel={() => 100 / Math.max(1, both.current?.clientWidth ?? 1)}
        onChange={(percent) => changeLayout({ leftShare: percent / 100 })}
      />
      <Pane side="left" />
      <Pane side="right" />
    </main>
  );
};
