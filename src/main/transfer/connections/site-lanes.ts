import type { SessionId } from '#shared/model/session.ts';
import type { LearnedOfSite } from '../rows/job.ts';
import type { Lane } from './lane.ts';

/** What the scheduler knows of one session: which lanes work for it, and what keeps it from having more. */
export interface SiteLanes {
  readonly sessionId: SessionId;
  readonly learned: LearnedOfSite;
  readonly lanes: Set<Lane>;
  /** Connections that were found to be had beside the one for browsing. */
  limit: number;
  /** There is no connection to be had beside the one for browsing. */
  sharesBrowser: boolean;
  /** Runs until more connections are asked for again. */
  widening: NodeJS.Timeout | null;
  /** How often it has narrowed since the session was connected. */
  narrowings: number;
  /** Connecting failed this often since it last worked. */
  failures: number;
  /** Set while a pause before connecting again lasts. */
  pause: NodeJS.Timeout | null;
  /** The session is not connected: nothing is begun until it is. */
  parked: boolean;
  /** How often it was connected, as far as anybody told. */
  timesConnected: number;
}

const createSiteLanes = (sessionId: SessionId): SiteLanes => ({
  sessionId,
  learned: { keepsPlaces: false },
  lanes: new Set(),
  limit: Number.POSITIVE_INFINITY,
  sharesBrowser: false,
  widening: null,
  narrowings: 0,
  failures: 0,
  pause: null,
  parked: false,
  timesConnected: 0,
});

/** Whether rows of the site may be begun now, if there is a connection for them. */
export const isOpen = ({ parked, pause }: SiteLanes): boolean => !parked && pause === null;

/** Nothing of what kept it from having connections holds any more. */
export const beginAnew = (site: SiteLanes): void => {
  endWaits(site);
  Object.assign(site, {
    parked: false,
    failures: 0,
    limit: Number.POSITIVE_INFINITY,
    sharesBrowser: false,
    narrowings: 0,
  });
};

/** It is not tried again after a while. */
export const endWaits = (site: SiteLanes): void => {
  if (site.pause !== null) clearTimeout(site.pause);
  if (site.widening !== null) clearTimeout(site.widening);
  Object.assign(site, { pause: null, widening: null });
};

/** The lanes of every session that ever had a transfer. */
export class AllLanes {
  readonly #sites = new Map<SessionId, SiteLanes>();

  of(sessionId: SessionId): SiteLanes {
    const known = this.#sites.get(sessionId);
    if (known) return known;
    const site = createSiteLanes(sessionId);
    this.#sites.set(sessionId, site);
    return site;
  }

  all(): Iterable<SiteLanes> {
    return this.#sites.values();
  }
}
