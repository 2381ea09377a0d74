import { closeConnection, openConnection, readFeatures, reconnect } from '#shared/contract/connections.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { SessionId, SessionView } from '#shared/model/session.ts';
import type { Site } from '#shared/model/site.ts';
import { call } from '../bridge/index.ts';
import { connectionAttempt } from '../state/connection-attempt.ts';
import { isSameLogin } from '../state/connection-draft.ts';
import { subjectOfSession } from '../state/examination.ts';
import { dismissNoticesOfSession, reportFault } from '../state/faults.ts';
import { currentSessionId, focusGrid, paneOf, panes } from '../state/panes.ts';
import { SIDES, type Side, sessionIdOf } from '../state/place.ts';
import { forgetSession, receiveSession, sessionOf, sessions } from '../state/sessions.ts';
import { retryPane } from './open-place.ts';
import { showSession, showSource } from './show-source.ts';

export interface ConnectWishes {
  readonly settings: ConnectionSettings;
  /** Null: the vault's where the site has one, else main asks for it. */
  readonly password: string | null;
  readonly siteId: string | null;
  /** The session, or the attempt that failed, whose password serves here too. */
  readonly passwordOf?: SessionId;
}

/**
 * Connects, and shows the new session in a pane. A fault is told as a notice, with a retry where nothing
 * but time is wrong; the retry asks main for the password, since the window has forgotten it by then. An attempt
 * under way is given up for the new one.
 * @returns whether the session stands
 */
export const connect = async ({ passwordOf, ...wishes }: ConnectWishes, side: Side = 'right'): Promise<boolean> => {
  await cancelAttempt();
  const { failedId } = connectionAttempt.getState();
  if (failedId !== null) dismissNoticesOfSession(failedId);
  const sessionId = crypto.randomUUID();
  const shownBefore = paneOf(side).source;
  connectionAttempt.setState({ attempt: { sessionId, siteId: wishes.siteId, host: wishes.settings.host } });
  showSession(side, sessionId);
  const result = await call(openConnection, { sessionId, ...wishes, passwordOf: passwordOf ?? null });
  if (connectionAttempt.getState().attempt?.sessionId === sessionId) connectionAttempt.setState({ attempt: null });
  if (result.ok) {
    receiveSession(result.value);
    if (shows(side, sessionId)) focusGrid(side);
    await closeLostOnes(result.value);
    return true;
  }
  if (shows(side, sessionId)) showSource(side, shownBefore);
  forgetSession(sessionId);
  connectionAttempt.setState({ failedId: sessionId });
  reportFault(result.fault, {
    sessionId,
    retry: () => void connect({ ...wishes, password: null }, side),
    subject: { settings: wishes.settings, sessionId, siteId: wishes.siteId },
  });
  return false;
};

/** Connects to a site, or shows the connection to it that stands already in a pane. */
export const connectSite = async (site: Site, side: Side = 'right'): Promise<boolean> => {
  const open = sessions
    .getState()
    .sessions.find((session) => session.status === 'connected' && isSameLogin(session.settings, site.settings));
  if (!open) return connect({ settings: site.settings, password: null, siteId: site.siteId }, side);
  showSession(side, open.sessionId);
  return true;
};

/** Gives up the attempt under way, if there is one. */
export const cancelAttempt = async (): Promise<void> => {
  const { attempt } = connectionAttempt.getState();
  if (!attempt) return;
  connectionAttempt.setState({ attempt: null });
  await closeSession(attempt.sessionId);
};

/** Ends a session. Panes that show it turn to something else. */
export const disconnect = async (sessionId: SessionId): Promise<void> => {
  await closeSession(sessionId);
  forgetSession(sessionId);
  dismissNoticesOfSession(sessionId);
};

/** Ends the session that the window is about, or the attempt to make one. */
export const disconnectCurrent = async (): Promise<void> => {
  if (connectionAttempt.getState().attempt) return cancelAttempt();
  const sessionId = currentSessionId(panes.getState());
  if (sessionId !== null) await disconnect(sessionId);
};

/** Connects a lost session again, with what it was connected with, and reads the folder that it could not read. */
export const reconnectSession = async (sessionId: SessionId): Promise<boolean> => {
  const result = await call(reconnect, { sessionId });
  if (!result.ok) {
    const session = sessionOf(sessions.getState(), sessionId);
    const subject = session === null ? null : subjectOfSession(session);
    reportFault(result.fault, { sessionId, retry: () => void reconnectSession(sessionId), subject });
    return false;
  }
  receiveSession(result.value);
  dismissNoticesOfSession(sessionId);
  for (const side of SIDES) if (shows(side, sessionId) && paneOf(side).status === 'faulted') retryPane(side);
  return true;
};

/**
 * Connects with other settings in place of a session, or of an attempt that failed, and with its password. Where that
 * stands the session ends, and its panes show the new one.
 */
export const connectInstead = async (
  before: SessionId,
  settings: ConnectionSettings,
  siteId: string | null,
): Promise<void> => {
  const [side = 'right', ...others] = SIDES.filter((each) => shows(each, before));
  if (!(await connect({ settings, password: null, siteId, passwordOf: before }, side))) return;
  const now = sessionIdOf(paneOf(side).source);
  if (now !== null) for (const other of others) showSession(other, now);
  if (sessionOf(sessions.getState(), before) !== null) await disconnect(before);
};

/** Sessions that were lost are replaced by the new one to the same login. */
const closeLostOnes = async (replacement: SessionView): Promise<void> => {
  const lost = sessions
    .getState()
    .sessions.filter((session) => session.status === 'lost' && isSameLogin(session.settings, replacement.settings));
  for (const { sessionId } of lost) {
    for (const side of SIDES) if (shows(side, sessionId)) showSession(side, replacement.sessionId);
    await disconnect(sessionId);
  }
};

const shows = (side: Side, sessionId: SessionId): boolean => sessionIdOf(paneOf(side).source) === sessionId;

const closeSession = async (sessionId: SessionId): Promise<void> => {
  const result = await call(closeConnection, { sessionId });
  if (!result.ok) reportFault(result.fault, { sessionId });
};

/** Reads what a connected server says it can do; nothing where it cannot be read. */
export const featuresOf = async (sessionId: SessionId): Promise<readonly string[]> => {
  const result = await call(readFeatures, { sessionId });
  if (result.ok) return result.value;
  reportFault(result.fault);
  return [];
};
