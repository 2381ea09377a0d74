import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import {
  type ActivityName,
  changeLayout,
  isActivityVisible,
  LAYOUT_BOUNDS,
  layout,
  NARROW_WINDOW,
  toggledActivity,
} from '../state/layout.ts';
import { classNames } from '../ui/class-names.ts';
import { Splitter } from '../ui/splitter.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import styles from './activity.module.css';
import { ActivityPanels } from './activity-panels.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import { TransferBadge } from './transfer-badge.tsx';

/** What goes on: transfers and the dialogue with the server, and above both the state of the connection. */
export const Activity = () => {
  const { t } = useTranslation('app');
  const now = useStore(layout);
  const narrow = useMediaQuery(NARROW_WINDOW);
  const transfers = isActivityVisible(now, 'transfers', narrow);
  const transcript = isActivityVisible(now, 'transcript', narrow);
  const shown = transfers || transcript;
  const toggle = (name: ActivityName): void => changeLayout(toggledActivity(layout.getState(), name, narrow));
  return (
    <section
      aria-label={t('regions.activity')}
      className={classNames(styles.activity, !shown && styles.topLine)}
      style={shown ? { height: `min(${now.activityHeight}px, 40vh)` } : {}}
    >
      {shown ? (
        <Splitter
          label={t('splitters.activity')}
          orientation="horizontal"
          value={now.activityHeight}
          {...LAYOUT_BOUNDS.activityHeight}
          step={16}
          unitsPerPixel={() => -1}
          onChange={(height) => changeLayout({ activityHeight: height })}
        />
      ) : null}
      <div className={styles.bar}>
        <button type="button" className={styles.toggle} aria-pressed={transfers} onClick={() => toggle('transfers')}>
          {t('activity.transfers')}
          <TransferBadge />
        </button>
        <button type="button" className={styles.toggle} aria-pressed={transcript} onClick={() => toggle('transcript')}>
          {t('activity.transcript')}
        </button>
        <div className={styles.space} />
        <ConnectionStatus />
      </div>
      {shown ? <ActivityPanels transfers={transfers} transcript={transcript} share={now.transfersShare} /> : null}
    </section>
  );
};
