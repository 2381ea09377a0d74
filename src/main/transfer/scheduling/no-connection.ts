import type { Fault } from '#shared/fault.ts';
import { isConnectionLimit } from '../../session/connection-limit.ts';
import type { Sessions } from '../../session/session-access.ts';
import type { SiteLanes } from '../connections/site-lanes.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { isNotConnected } from '../server/refusal.ts';
import { isOutOfReach, pauseBeforeRetry, type RetryPlan } from './retry.ts';
import type { RowWork } from './row-work.ts';

/** Milliseconds until a site that takes no more connections may be asked for more, doubled each time that it still does not. */
const ASK_AGAIN = { first: 60_000, longest: 3_600_000 };

/** What is needed to deal with a connection that is not to be had. */
interface Parts {
  readonly sessions: Sessions;
  readonly work: Pick<RowWork, 'fail' | 'putBack' | 'giveUp'>;
  readonly plan: RetryPlan;
  /** Begins what can be begun for a site. */
  readonly wake: (site: SiteLanes) => void;
}

/** What becomes of a row for which there is no connection. The row is not to blame, so it goes back and the site waits. */
export class NoConnection {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * @param others connections of the site that stand or are being made
   * @param standing how many of them stand
   * @param since `timesConnected` when the connection was wanted
   */
  async dealWith(
    site: SiteLanes,
    row: TransferRow,
    fault: Fault,
    { others, standing, since }: { readonly others: number; readonly standing: number; readonly since: number },
  ): Promise<void> {
    const { work, plan } = this.#parts;
    if (row.run?.ending) return await work.fail(row, fault);
    if (isNotConnected(fault)) return this.park(site, row, since);
    if (this.goesOnWithout(site, fault, standing || others)) return work.putBack(row, null);
    // Several that failed together count as one.
    if (site.pause !== null) return work.putBack(row, fault);
    const pause = isOutOfReach(fault)
      ? plan.ofSite(site.failures)
      : pauseBeforeRetry(fault, site.failures, plan.ofSite);
    if (pause === null) return work.giveUp(row, fault);
    site.failures++;
    this.#pause(site, pause);
    work.putBack(row, fault);
    row.retriesMs = Date.now() + pause;
  }

  /**
   * The session is not connected: nothing of it is begun until it is.
   * @param since `timesConnected` when it was not: it may be connected again meanwhile, and nobody tells that twice
   */
  park(site: SiteLanes, row: TransferRow, since: number): void {
    if (site.timesConnected === since) site.parked = true;
    this.#parts.work.putBack(row, null);
  }

  /**
   * Whether a connection that could not be made is one that the site can do without: the server takes no more than the
   * `others`, or cannot be reached for more while those go on. The site keeps to them for a while.
   */
  goesOnWithout(site: SiteLanes, fault: Fault, others: number): boolean {
    const doesWithout = isConnectionLimit(fault, others > 0) || (others > 0 && isOutOfReach(fault));
    if (site.sharesBrowser || !doesWithout) return false;
    const limit = Math.max(1, others);
    if (limit !== site.limit) this.#say(site, `No more connections are to be had: transfers go on over ${limit}.`);
    Object.assign(site, { limit, sharesBrowser: others === 0 });
    site.widening ??= setTimeout(() => this.#widen(site), waitBeforeAsking(site.narrowings++));
    return true;
  }

  #widen(site: SiteLanes): void {
    Object.assign(site, { widening: null, limit: Number.POSITIVE_INFINITY, sharesBrowser: false });
    this.#parts.wake(site);
  }

  #pause(site: SiteLanes, pause: number): void {
    site.pause = setTimeout(() => {
      site.pause = null;
      this.#parts.wake(site);
    }, pause);
  }

  #say(site: SiteLanes, text: string): void {
    this.#parts.sessions.get(site.sessionId)?.note(text);
  }
}

const waitBeforeAsking = (times: number): number =>
  Math.min(ASK_AGAIN.longest, ASK_AGAIN.first * 2 ** Math.min(times, 10));
