import { clearPane, paneOf } from '../state/panes.ts';
import { currentSession, type SessionsState } from '../state/sessions.ts';
import { openPlace, stopLoading } from './open-place.ts';

/**
 * Brings the remote pane to the session that is current: its first folder once it is logged in, nothing while there
 * is none. A lost session's rows stay, since it may be connected again.
 */
export const showCurrentSession = (state: SessionsState): void => {
  const { place } = paneOf('remote');
  const session = currentSession(state);
  const shownId = place?.side === 'remote' ? place.sessionId : null;
  if (session !== null && shownId === session.sessionId) return;
  if (session !== null && session.status === 'connected' && session.home !== null) {
    clearPane('remote');
    openPlace({
      side: 'remote',
      sessionId: session.sessionId,
      path: session.settings.remotePath ?? session.home,
    });
    if (session.settings.localPath !== null) openPlace({ side: 'local', path: session.settings.localPath });
    return;
  }
  const shownIsGone = shownId !== null && !state.sessions.some((known) => known.sessionId === shownId);
  if (shownIsGone) {
    stopLoading('remote');
    clearPane('remote');
  }
};
