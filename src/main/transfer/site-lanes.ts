import type { SessionId } from '#shared/model/session.ts';
import type { LearnedOfSite } from './job.ts';
import type { Lane } from './lane.ts';

/** What the scheduler knows of one session: which lanes work for it, and what keeps it from having more. */
export interface SiteLanes {
  readonly sessionId: SessionId;
  readonly learned: LearnedOfSite;
  readonly lanes: Set<Lane>;
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
  lanes: new Set(),
  limit: Number.POSITIVE_INFINITY,
  sharesBrowser: false,
  failures: 0,
  pause: null,
  parked: false,
});
