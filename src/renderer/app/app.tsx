import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { BrowseDialogs } from '../browse/dialogs/browse-dialogs.tsx';
import { ExaminationHost } from '../doctor/examination-host.tsx';
import { FaultNotices } from '../faults/fault-notices.tsx';
import { PreferencesDialog } from '../preferences/preferences-dialog.tsx';
import { PromptHost } from '../prompts/prompt-host.tsx';
import { SitesSidebar } from '../sites/sites-sidebar.tsx';
import { changeLayout, LAYOUT_BOUNDS, layout } from '../state/layout.ts';
import { Splitter } from '../ui/splitter.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { Activity } from './activity.tsx';
import { Announcer } from './announcer.tsx';
import styles from './app.module.css';
import { FailSafe } from './fail-safe.tsx';
import { Panes } from './panes.tsx';
import { TopBar } from './top-bar.tsx';
import { useWindowTitle } from './use-window-title.ts';

/** The window: what connects on top, the sites at the side, the panes, and what goes on below. */
export const App = () => {
  useWindowTitle();
  return (
    <FailSafe>
      <TooltipProvider delay={500}>
        <div className={styles.app}>
          <TopBar />
          <div className={styles.body}>
            <Sites />
            <div className={styles.main}>
              <div className={styles.upper}>
                <Panes />
                <FaultNotices />
              </div>
              <Activity />
            </div>
          </div>
        </div>
        <BrowseDialogs />
        <PreferencesDialog />
        <ExaminationHost />
        <PromptHost />
        <Announcer />
      </TooltipProvider>
    </FailSafe>
  );
};

const Sites = () => {
  const { t } = useTranslation('app');
  const { sitesShown, sitesWidth } = useStore(layout);
  if (!sitesShown) return null;
  return (
    <aside aria-label={t('regions.sites')} className={styles.sites}>
      <div className={styles.siteList} style={{ width: sitesWidth }}>
        <SitesSidebar />
      </div>
      <Splitter
        label={t('splitters.sites')}
        orientation="vertical"
        value={sitesWidth}
        {...LAYOUT_BOUNDS.sitesWidth}
        step={16}
        unitsPerPixel={() => 1}
        onChange={(width) => changeLayout({ sitesWidth: width })}
      />
    </aside>
  );
};
