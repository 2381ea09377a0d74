import type { SessionId } from '#shared/model/session.ts';
import type { UserFtp } from '../ftp/engine.ts';
import type { LearnedOfSite } from './job.ts';

/** A connection a lane works on. The one for browsing is only borrowed where a server allows no second. */
export interface LaneConnection {
  readonly ftp: UserFtp;
  readonly leased: boolean;
}

/** What the scheduler knows of one session: how many lanes work for it, and what keeps it from having more. */
export interface SiteLanes {
  readonly sessionId: SessionId;
  readonly learned: LearnedOfSite;
  lanes: number;
  /** Connections the server was found to allow beside the one for browsing. */
  limit: number;
  /** The server allows no connection beside the one for browsing. */
  sharesBrowser: boolean;
  /** Connecting failed this often since it last worked. */
  failures: number;
  /** Set while a pause before connecting again lasts. */
  pause: NodeJS.Timeout | null;
  /** The session is not connected: nothing is begun until it is. */
  parked: boolean;
}

export const createSiteLanes = (sessionId: SessionId, storesDirectly: boolean): SiteLanes => ({
  sessionId,
  learned: { storesDirectly },
  lanes: 0,
  limit: Number.POSITIVE_INFINITY,
  sharesBrowser: false,
  failures: 0,
  pause: null,
  parked: false,
});
