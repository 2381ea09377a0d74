import { application } from '../state/application.ts';
import { connectionAttempt } from '../state/connection-attempt.ts';
import { paneOf, RESTING_SOURCE, turnPane, updatePane } from '../state/panes.ts';
import {
  forgetSource,
  lastPlaceOf,
  otherSide,
  type Place,
  rememberPlace,
  SIDES,
  type Side,
  type Source,
  sameSource,
  sessionIdOf,
  sessionSource,
} from '../state/place.ts';
import { type SessionsState, sessionOf, sessions } from '../state/sessions.ts';
import { openPlace, stopLoading } from './open-place.ts';
import { openTypedPath } from './typed-path.ts';
import { isAscii } from './written-name.ts';

/**
 * Turns a pane to this computer or to a session: to the folder where it last was there, else to the first one. Of a
 * session that is not logged in yet nothing is shown until it is.
 */
export const showSource = (side: Side, source: Source | null): void => {
  if (sameSource(paneOf(side).source, source)) return;
  stopLoading(side);
  turnPane(side, source);
  openFirst(side);
};

/** Shows a session in a pane. */
export const showSession = (side: Side, sessionId: string): void => showSource(side, sessionSource(sessionId));

/** Follows what becomes of the sessions: a pane that waits for one opens it, a pane whose session is gone leaves it. */
export const followSessions = (state: SessionsState): void => {
  for (const side of SIDES) {
    const { source } = paneOf(side);
    const sessionId = sessionIdOf(source);
    if (source === null || sessionId === null) continue;
    if (sessionOf(state, sessionId)) openFirst(side);
    else if (connectionAttempt.getState().attempt?.sessionId !== sessionId) leaveSource(side, source, state);
  }
};

/** What is shown instead of a session that is gone: on the right another that is open and not on the left already. */
const leaveSource = (side: Side, source: Source, { sessions: open }: SessionsState): void => {
  const beside = sessionIdOf(paneOf(otherSide(side)).source);
  const next = side === 'right' ? open.findLast(({ sessionId }) => sessionId !== beside) : undefined;
  showSource(side, next ? sessionSource(next.sessionId) : RESTING_SOURCE[side]);
  updatePane(side, ({ lastPlaces }) => ({ lastPlaces: forgetSource(lastPlaces, source) }));
};

const openFirst = (side: Side): void => {
  const { source, place, lastPlaces } = paneOf(side);
  if (source === null || place !== null) return;
  const first = firstPlace(source);
  if (first === null) return;
  const last = lastPlaceOf(lastPlaces, source);
  const typed = last === null ? typedStart(source) : null;
  if (typed === null) openPlace(side, last ?? first);
  else openTypedPath(side, first, typed);
  if (last === null) openLocalFolderOf(source);
};

/** Where a source begins: the home folder, or what the site says, else the server; null until that is known. */
const firstPlace = (source: Source): Place | null => {
  if (source.kind === 'local') return { ...source, path: application.getState().info.home };
  const session = sessionOf(sessions.getState(), source.sessionId);
  if (session?.status !== 'connected' || session.home === null) return null;
  return { ...source, path: session.settings.remotePath ?? session.home };
};

/** Where the site says that it begins, where that has to be written as the server's names are first. */
const typedStart = (source: Source): string | null => {
  const path = sessionOf(sessions.getState(), sessionIdOf(source))?.settings.remotePath ?? null;
  return path === null || isAscii(path) ? null : path;
};

/** A site may name the local folder that belongs to it: the left pane goes there, or will when it comes back. */
const openLocalFolderOf = (source: Source): void => {
  const path = sessionOf(sessions.getState(), sessionIdOf(source))?.settings.localPath ?? null;
  if (path === null) return;
  const folder: Place = { kind: 'local', path };
  if (paneOf('left').source?.kind === 'local') openPlace('left', folder);
  else updatePane('left', ({ lastPlaces }) => ({ lastPlaces: rememberPlace(lastPlaces, folder) }));
};
