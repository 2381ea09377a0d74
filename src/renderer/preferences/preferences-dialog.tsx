import { ArrowDownUp, Files, Gauge, type LucideIcon, Settings2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import {
  closePreferences,
  PREFERENCE_PAGES,
  type PreferencePage,
  preferencesDialog,
  showPreferences,
} from '../state/preferences.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Pages } from '../ui/pages.tsx';
import { ExistingPage } from './existing/existing-page.tsx';
import { GeneralPage } from './general/general-page.tsx';
import { SpeedPage } from './speed/speed-page.tsx';
import { TransfersPage } from './transfers/transfers-page.tsx';

/** What each page is found by at a glance. */
const PAGE_ICONS: Readonly<Record<PreferencePage, LucideIcon>> = {
  general: Settings2,
  transfers: ArrowDownUp,
  existing: Files,
  speed: Gauge,
};

/** The preferences, page by page; each change counts at once. */
export const PreferencesDialog = () => {
  const { t } = useTranslation('preferences');
  const { t: ui } = useTranslation('ui');
  const { open, page } = useStore(preferencesDialog);
  return (
    <Dialog
      open={open}
      onClose={closePreferences}
      size="pages"
      title={t('title')}
      buttons={
        <Button kind="primary" onClick={closePreferences}>
          {ui('close')}
        </Button>
      }
    >
      <Pages
        label={t('pages')}
        pages={PREFERENCE_PAGES.map((value) => ({ value, label: t(`page.${value}`), icon: PAGE_ICONS[value] }))}
        page={page}
        onChange={showPreferences}
      >
        <PageBody page={page} />
      </Pages>
    </Dialog>
  );
};

const PageBody = ({ page }: { readonly page: PreferencePage }) => {
  switch (page) {
    case 'general':
      return <GeneralPage />;
    case 'transfers':
      return <TransfersPage />;
    case 'existing':
      return <ExistingPage />;
    case 'speed':
      return <SpeedPage />;
  }
};
