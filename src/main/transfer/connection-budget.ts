import type { SessionId } from '#shared/model/session.ts';
import type { SiteLanes } from './site-lanes.ts';

/** Connections of a site that are not a lane's own. */
interface OtherUses {
  /** Those that lanes of other sites use for rows between servers. */
  guests(sessionId: SessionId): number;
  /** Those that one row has beside its lane's. */
  spares(sessionId: SessionId): number;
}

/** How many connections the transfers of a site have, and how many they may have, beside the one for browsing. */
export class ConnectionBudget {
  readonly #perSite: () => number;
  readonly #others: OtherUses;

  /** @param perSite what the person set, read whenever it is asked for */
  constructor(perSite: () => number, others: OtherUses) {
    this.#perSite = perSite;
    this.#others = others;
  }

  allowed(site: SiteLanes): number {
    return Math.max(1, Math.min(site.limit, this.#perSite()));
  }

  /** Connections that work for its rows, and for rows that only begin or end there. */
  taken({ sessionId, lanes }: SiteLanes): number {
    return lanes.size + this.#others.guests(sessionId) + this.#others.spares(sessionId);
  }

  /** How many more it may have. */
  free(site: SiteLanes): number {
    return Math.max(0, this.allowed(site) - this.taken(site));
  }

  /** Whether it has more than it may have by now. */
  isOver(site: SiteLanes): boolean {
    return this.taken(site) > this.allowed(site);
  }
}
