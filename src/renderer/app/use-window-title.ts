import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { currentSessionId, panes } from '../state/panes.ts';
import { sessionOf, sessions } from '../state/sessions.ts';

/** The window is called by the site one is at, as the system's window list needs it. */
export const useWindowTitle = (): void => {
  const { t } = useTranslation('app');
  const currentId = useStore(panes, currentSessionId);
  const name = useStore(sessions, (state) => sessionOf(state, currentId)?.title ?? null);
  useEffect(() => {
    document.title = name === null ? t('title') : t('titleWith', { name });
  }, [t, name]);
};
