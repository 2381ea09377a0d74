import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLayout, LAYOUT_BOUNDS } from '../state/layout.ts';
import { TranscriptPanel } from '../transcript/transcript-panel.tsx';
import { TransfersPanel } from '../transfers/transfers-panel.tsx';
import { Splitter } from '../ui/splitter.tsx';
import styles from './activity.module.css';

interface ActivityPanelsProps {
  readonly transfers: boolean;
  readonly transcript: boolean;
  /** The transfers' part where both are shown, 0 to 1. */
  readonly share: number;
}

/** The transfers, the transcript, or both beside each other. */
export const ActivityPanels = ({ transfers, transcript, share }: ActivityPanelsProps) => {
  const { t } = useTranslation('app');
  const panels = useRef<HTMLDivElement>(null);
  const both = transfers && transcript;
  const { min, max } = LAYOUT_BOUNDS.transfersShare;
  const columns = both ? `minmax(0, ${share}fr) auto minmax(0, ${1 - share}fr)` : 'minmax(0, 1fr)';
  return (
    <div ref={panels} className={styles.panels} style={{ gridTemplateColumns: columns }}>
      {transfers ? <TransfersPanel /> : null}
      {both ? (
        <Splitter
          label={t('splitters.transfers')}
          orientation="vertical"
          value={share * 100}
          min={min * 100}
          max={max * 100}
          step={2}
          unitsPerPixel={() => 100 / Math.max(1, panels.current?.clientWidth ?? 1)}
          onChange={(percent) => changeLayout({ transfersShare: percent / 100 })}
        />
      ) : null}
      {transcript ? <TranscriptPanel /> : null}
    </div>
  );
};
