import type { Fault } from '#shared/fault.ts';
import { isConnectionLimit } from '../session/connection-limit.ts';
import type { Sessions } from '../session/session-access.ts';
import { isNotConnected } from './refusal.ts';
import { pauseBeforeRetry } from './retry.ts';
import type { RowWork } from './row-work.ts';
import type { SiteLanes } from './site-lanes.ts';
import type { TransferRow } from './transfer-row.ts';

/** What is needed to deal with a connection that is not to be had. */
interface Parts {
  readonly sessions: Sessions;
  readonly work: RowWork;
  readonly pauses: readonly number[];
  /** Begins what can be begun for a site. */
  readonly wake: (site: SiteLanes) => void;
}

/** What becomes of a row for which there is no connection. The row is not to blame, so it goes back and the site waits. */
export class NoConnection {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @param others connections that the site's rows have beside the one that could not be made */
  async dealWith(site: SiteLanes, row: TransferRow, fault: Fault, others: number): Promise<void> {
    const { work, pauses, wake } = this.#parts;
    if (row.run?.ending) return await work.fail(row, fault);
    if (isNotConnected(fault)) return this.park(site, row);
    if (this.learnsLimit(site, fault, others)) return work.putBack(row, null);
    const pause = pauseBeforeRetry(fault, site.failures, pauses);
    if (pause === null) return work.giveUp(row, fault);
    site.failures++;
    work.putBack(row, fault);
    site.pause ??= setTimeout(() => {
      site.pause = null;
      wake(site);
    }, pause);
  }

  /** The session is not connected: nothing of it is begun until it is. */
  park(site: SiteLanes, row: TransferRow): void {
    site.parked = true;
    this.#parts.work.putBack(row, null);
  }

  /** Whether the fault says that the server takes no connections beside the `others`; the site keeps to it from now on. */
  learnsLimit(site: SiteLanes, fault: Fault, others: number): boolean {
    if (site.sharesBrowser || !isConnectionLimit(fault, others > 0)) return false;
    site.limit = Math.max(1, others);
    site.sharesBrowser = others === 0;
    this.#parts.sessions
      .get(site.sessionId)
      ?.note(`The server takes no more connections: transfers go on over ${site.limit}.`);
    return true;
  }
}
