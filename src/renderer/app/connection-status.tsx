import { Lock, LockOpen, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SessionView } from '#shared/model/session.ts';
import { connectionAttempt } from '../state/connection-attempt.ts';
import { currentSessionId, panes } from '../state/panes.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import styles from './connection-status.module.css';

/** The state of the connection in one line, and whether anybody on the way can read along. */
export const ConnectionStatus = () => {
  const { t } = useTranslation('app');
  const currentId = useStore(panes, currentSessionId);
  const session = useStore(sessions, (state) => sessionOf(state, currentId));
  const attempt = useStore(connectionAttempt, (state) => state.attempt);
  return (
    <div role="status" aria-label={t('regions.connection')} className={styles.status}>
      {session?.status === 'connected' ? <Connected session={session} /> : null}
      {session?.status === 'lost' ? (
        <>
          <Unplug size={14} aria-hidden className={`${styles.mark} ${styles.lost}`} />
          <span className={styles.words}>{t('status.lost', { title: session.title })}</span>
        </>
      ) : null}
      {session === null || session.status === 'connecting' || session.status === 'closed' ? (
        <span className={styles.words}>
          {session === null && attempt === null
            ? t('status.notConnected')
            : t('status.connecting', { title: session?.title ?? attempt?.host ?? '' })}
        </span>
      ) : null}
    </div>
  );
};

const Connected = ({ session }: { readonly session: SessionView }) => {
  const { t } = useTranslation('app');
  const words =
    session.tlsProtocol === null ? t('status.plain') : t('status.encrypted', { protocol: session.tlsProtocol });
  const Mark = session.tlsProtocol === null ? LockOpen : Lock;
  return (
    <>
      <Mark
        size={14}
        aria-label={words}
        className={`${styles.mark} ${session.tlsProtocol === null ? styles.plain : styles.safe}`}
      />
      <span className={styles.words} title={words}>
        {t('status.connected', { title: session.title })}
      </span>
    </>
  );
};
