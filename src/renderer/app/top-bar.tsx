import { PanelLeft, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { QuickConnect } from '../sites/quick-connect.tsx';
import { changeLayout, layout } from '../state/layout.ts';
import { showPreferences } from '../state/preferences.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './app.module.css';

/** Where one connects from, with the switches of the window at its ends. */
export const TopBar = () => {
  const { t } = useTranslation('app');
  const sitesShown = useStore(layout, (state) => state.sitesShown);
  return (
    <header className={styles.top}>
      <h1 className={styles.title}>{t('title')}</h1>
      <IconButton
        icon={PanelLeft}
        label={t(sitesShown ? 'sites.hide' : 'sites.show')}
        onClick={() => changeLayout({ sitesShown: !sitesShown })}
      />
      <div className={styles.connect}>
        <QuickConnect />
      </div>
      <IconButton icon={Settings} label={t('preferences')} onClick={() => showPreferences()} />
    </header>
  );
};
