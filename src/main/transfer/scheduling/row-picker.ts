import type { GuestConnections } from '../connections/guest-connections.ts';
import type { Lane } from '../connections/lane.ts';
import type { LargeFiles } from '../connections/large-files.ts';
import type { SiteLanes } from '../connections/site-lanes.ts';
import type { SpareConnections } from '../connections/spare-connections.ts';
import type { PartOwners } from '../rows/part-owners.ts';
import { RateMeter } from '../rows/rate-meter.ts';
import type { TargetLocks } from '../rows/target-locks.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import type { Progress } from '../table/progress.ts';
import type { TransferTable } from '../table/transfer-table.ts';
import type { Holds } from './holds.ts';

/** What decides which row is next, and what is to know when one begins or ends. */
interface Parts {
  readonly table: TransferTable;
  readonly progress: Progress;
  readonly parts: PartOwners;
  readonly holds: Pick<Holds, 'holds'>;
  readonly locks: TargetLocks;
  readonly guests: GuestConnections;
  readonly spares: SpareConnections;
  /** Null where as many connections are used as are allowed, whatever goes over them. */
  readonly large: LargeFiles | null;
}

/** Finds the row that a lane works on next. */
export class RowPicker {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The next row of the site that may go over the lane now, which it has from now on; null: there is none. */
  take(site: SiteLanes, lane: Lane): TransferRow | null {
    const { table, progress, holds, locks, guests, spares, large } = this.#parts;
    const row = table.next(site.sessionId, (candidate) => {
      if (holds.holds(candidate, site.sessionId)) return 'pass';
      if (!lane.takes(candidate) || large?.keepsBack(site, candidate)) return 'stop';
      if (guests.hasRoom(lane, candidate)) return locks.take(candidate) ? 'take' : 'pass';
      if (candidate.from !== null) spares.askBack(candidate.from.sessionId, 1);
      return 'pass';
    });
    if (row === null) return null;
    row.run = {
      abort: new AbortController(),
      ending: null,
      meter: new RateMeter(),
      progress: null,
      previousFault: row.fault,
      connections: 1,
    };
    row.fault = null;
    row.retriesMs = null;
    lane.enter(row);
    guests.keep(lane, row);
    table.setState(row, 'active');
    progress.begin(row);
    large?.began(site, row);
    return row;
  }

  /** Whether a row of the site waits that nothing but the want of a connection keeps from beginning. */
  isWaiting(site: SiteLanes): boolean {
    const { table, holds, large } = this.#parts;
    let found = false;
    table.next(site.sessionId, (row) => {
      if (holds.holds(row, site.sessionId)) return 'pass';
      found = !large?.keepsBack(site, row);
      return 'stop';
    });
    return found;
  }

  /** Nothing works on the row any more; it has left its lane. */
  release(site: SiteLanes, row: TransferRow): void {
    const { progress, parts, locks, large } = this.#parts;
    large?.ended(site, row);
    progress.end(row);
    parts.over(row);
    locks.release(row);
  }
}
