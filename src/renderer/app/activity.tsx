import { Tabs } from '@base-ui/react/tabs';
import { PanelBottomClose, PanelBottomOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changeLayout, LAYOUT_BOUNDS, type Layout, layout } from '../state/layout.ts';
import { transfers } from '../state/transfers.ts';
import { TranscriptPanel } from '../transcript/transcript-panel.tsx';
import { TransfersPanel } from '../transfers/transfers-panel.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Splitter } from '../ui/splitter.tsx';
import styles from './activity.module.css';
import { ConnectionStatus } from './connection-status.tsx';

/** What goes on: transfers and the dialogue with the server, and below all the state of the connection. */
export const Activity = () => {
  const { t } = useTranslation('app');
  const { activityShown, activityHeight, activityTab } = useStore(layout);
  const choose = (tab: Layout['activityTab']): void => changeLayout({ activityTab: tab, activityShown: true });
  return (
    <>
      {activityShown ? (
        <Splitter
          label={t('splitters.activity')}
          orientation="horizontal"
          value={activityHeight}
          {...LAYOUT_BOUNDS.activityHeight}
          step={16}
          unitsPerPixel={() => -1}
          onChange={(height) => changeLayout({ activityHeight: height })}
        />
      ) : null}
      <Tabs.Root
        render={<section aria-label={t('regions.activity')} />}
        className={classNames(styles.activity, !activityShown && styles.topLine)}
        style={activityShown ? { height: `min(${activityHeight}px, 50vh)` } : {}}
        value={activityTab}
        onValueChange={(tab: Layout['activityTab']) => choose(tab)}
      >
        <div className={styles.bar}>
          <Tabs.List className={styles.tabs}>
            <Tabs.Tab value="transfers" className={styles.tab} onClick={() => choose('transfers')}>
              {t('activity.transfers')}
              <Badge />
            </Tabs.Tab>
            <Tabs.Tab value="transcript" className={styles.tab} onClick={() => choose('transcript')}>
              {t('activity.transcript')}
            </Tabs.Tab>
          </Tabs.List>
          <div className={styles.space} />
          <ConnectionStatus />
          <IconButton
            size="small"
            icon={activityShown ? PanelBottomClose : PanelBottomOpen}
            label={t(activityShown ? 'activity.hide' : 'activity.show')}
            onClick={() => changeLayout({ activityShown: !activityShown })}
          />
        </div>
        {activityShown ? (
          <>
            <Tabs.Panel value="transfers" tabIndex={-1} className={styles.panel}>
              <TransfersPanel />
            </Tabs.Panel>
            <Tabs.Panel value="transcript" tabIndex={-1} className={styles.panel}>
              <TranscriptPanel />
            </Tabs.Panel>
          </>
        ) : null}
      </Tabs.Root>
    </>
  );
};

/** How many transfers are still to be done, or how many failed once none is. */
const Badge = () => {
  const counts = useStore(transfers, (state) => state.summary.counts);
  const open = counts.waiting + counts.active + counts.asking + counts.paused;
  const troubled = counts.failed + counts.unknown;
  const count = open > 0 ? open : troubled;
  if (count === 0) return null;
  return <span className={classNames(styles.badge, open === 0 && styles.failed)}>{count}</span>;
};
