import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { reconnectSession } from '../actions/connections.ts';
import type { PaneState } from '../state/panes.ts';
import { sessionIdOf } from '../state/place.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { Button } from '../ui/button.tsx';
import styles from './pane-content.module.css';

/**
 * One quiet line above the entries of a connection that was lost: they stay to be looked at. A folder that could not
 * be read has its own words and its own way back.
 */
export const ConnectionLost = ({ pane: { source, place, fault } }: { readonly pane: PaneState }) => {
  const { t } = useTranslation('sites');
  const sessionId = sessionIdOf(source);
  const status = useStore(sessions, (state) => sessionOf(state, sessionId)?.status ?? null);
  // While it is connected for the first time there are no entries yet, and the pane says so itself.
  const again = status === 'connecting' && place !== null;
  if (sessionId === null || fault !== null || (status !== 'lost' && !again)) return null;
  return (
    <div role="status" className={styles.lost}>
      <span>{t(`status.${status}`)}</span>
      {status === 'lost' ? (
        <Button size="small" onClick={() => void reconnectSession(sessionId)}>
          {t('reconnect')}
        </Button>
      ) : null}
    </div>
  );
};
