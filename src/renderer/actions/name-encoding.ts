import { setEncoding } from '#shared/contract/names.ts';
import type { SessionId } from '#shared/model/session.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { paneOf } from '../state/panes.ts';
import { SIDES, sessionIdOf } from '../state/place.ts';
import { receiveSession, type SessionsState, sessionOf } from '../state/sessions.ts';
import { refreshPane } from './open-place.ts';

/**
 * Reads the names of a session in another encoding. The panes that show it follow as soon as its view says so.
 * @param encoding iconv-lite's name, or `auto`
 * @returns whether there is such an encoding
 */
export const chooseEncoding = async (sessionId: SessionId, encoding: string): Promise<boolean> => {
  const result = await call(setEncoding, { sessionId, encoding });
  if (result.ok) receiveSession(result.value);
  else reportFault(result.fault, { sessionId });
  return result.ok;
};

/** Reads the folders anew whose names read otherwise now, out of what main has of them: nothing is asked of the server. */
export const followReadings = (now: SessionsState, before: SessionsState): void => {
  for (const side of SIDES) {
    const sessionId = sessionIdOf(paneOf(side).source);
    const reading = sessionOf(now, sessionId)?.names;
    const earlier = sessionOf(before, sessionId)?.names;
    if (reading === undefined || earlier === undefined) continue;
    if (reading.chosen === earlier.chosen && reading.guessed === earlier.guessed) continue;
    refreshPane(side, { freshness: 'known' });
  }
};
