import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import { connectionAttempt } from '../../state/connection-attempt.ts';
import { type Source, sessionIdOf } from '../../state/place.ts';
import { sessionOf, sessions } from '../../state/sessions.ts';

/** The title of a session, or the host of one that is still being connected; null where there is none. */
const useSessionTitle = (source: Source | null): string | null => {
  const sessionId = sessionIdOf(source);
  const title = useStore(sessions, (state) => sessionOf(state, sessionId)?.title ?? null);
  const attempted = useStore(connectionAttempt, ({ attempt }) =>
    sessionId !== null && attempt?.sessionId === sessionId ? attempt.host : null,
  );
  const shown = title ?? attempted;
  return shown === null ? null : displayName(shown);
};

/** What a source is called: this computer, or the site's name. */
export const useSourceName = (source: Source | null): string => {
  const { t } = useTranslation('browse');
  const title = useSessionTitle(source);
  return source?.kind === 'local' ? t('source.computer') : (title ?? t('source.none'));
};
