import type { SessionId } from '#shared/model/session.ts';
import type { AllLanes, SiteLanes } from './site-lanes.ts';

/** What bounds the connections, and what else than lanes has some. */
interface Parts {
  readonly sites: AllLanes;
  /** How many the person lets a site have, read whenever it is asked for. */
  readonly perSite: (sessionId: SessionId) => number;
  /** The same of all sites together. */
  readonly inTotal: () => number;
  /** Connections that lanes of other sites use for rows between servers. */
  readonly guests: (sessionId: SessionId) => number;
  /** Connections that one row has beside its lane's. */
  readonly spares: (sessionId: SessionId) => number;
  /** Whether rows of a site wait that could be begun. */
  readonly isWaiting: (site: SiteLanes) => boolean;
}

/**
 * How many connections the transfers of a site have, and how many they may have, beside the one for browsing. Where all
 * sites together have as many as there may be, those that want more are noted, and one that has two more than such a site
 * gives one up after the file it is at.
 */
export class ConnectionBudget {
  readonly #parts: Parts;
  readonly #hungry = new Set<SiteLanes>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  allowed(site: SiteLanes): number {
    return Math.max(1, Math.min(site.limit, this.#parts.perSite(site.sessionId)));
  }

  /** Connections that work for its rows, and for rows that only begin or end there. */
  taken({ sessionId, lanes }: SiteLanes): number {
    return lanes.size + this.#parts.guests(sessionId) + this.#parts.spares(sessionId);
  }

  /** How many more it may have. */
  free(site: SiteLanes): number {
    return Math.max(0, Math.min(this.allowed(site) - this.taken(site), this.#freeInTotal()));
  }

  /** Whether it has more than it may have by now. */
  isOver(site: SiteLanes): boolean {
    return this.taken(site) > this.allowed(site) || this.#freeInTotal() < 0;
  }

  /** The site has rows for which there was no connection: where only the total kept it from one, it is owed one. */
  wantsMore(site: SiteLanes): void {
    if (this.taken(site) < this.allowed(site)) this.#hungry.add(site);
  }

  /** Whether the site is to give up a connection for the sake of another one. */
  givesWay(site: SiteLanes): boolean {
    const own = this.taken(site);
    for (const hungry of this.#hungry) {
      if (hungry === site || !this.#parts.isWaiting(hungry)) continue;
      const theirs = this.taken(hungry);
      if (own - theirs >= 2 || theirs === 0) return true;
    }
    return false;
  }

  /**
   * A connection of `site` has become free: the sites that want one, in the order in which they are to have it, it being the
   * last. They are not noted any more.
   */
  inTurn(site: SiteLanes): readonly SiteLanes[] {
    this.#hungry.delete(site);
    const hungry = [...this.#hungry].sort((left, right) => this.taken(left) - this.taken(right));
    this.#hungry.clear();
    return [...hungry, site];
  }

  #freeInTotal(): number {
    let taken = 0;
    for (const site of this.#parts.sites.all()) taken += this.taken(site);
    return this.#parts.inTotal() - taken;
  }
}
