import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { currentSession, sessions } from '../state/sessions.ts';

/** The window is called by the site it shows, as the system's window list needs it. */
export const useWindowTitle = (): void => {
  const { t } = useTranslation('app');
  const name = useStore(sessions, (state) => currentSession(state)?.title ?? null);
  useEffect(() => {
    document.title = name === null ? t('title') : t('titleWith', { name });
  }, [t, name]);
};
