import { type Fault, toFault } from '#shared/fault.ts';
import type { Sessions } from '../../session/session-access.ts';
import { watchAbort } from '../connections/abort-patience.ts';
import type { GuestConnections } from '../connections/guest-connections.ts';
import type { Lane, LaneConnection } from '../connections/lane.ts';
import type { SiteLanes } from '../connections/site-lanes.ts';
import type { SpareConnections } from '../connections/spare-connections.ts';
import type { JobQueue } from '../rows/job.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { isNotConnected, notConnected } from '../server/refusal.ts';
import type { NoConnection } from './no-connection.ts';
import type { RowWork } from './row-work.ts';

/** What the work of lanes is done with. */
interface Parts {
  readonly sessions: Sessions;
  readonly work: RowWork;
  readonly queue: JobQueue;
  readonly guests: GuestConnections;
  readonly spares: SpareConnections;
  readonly noConnection: NoConnection;
  /** The next row of a lane that has come to the end of one; null: there is none for it now. */
  readonly next: (site: SiteLanes, lane: Lane) => TransferRow | null;
  /** The lane is connected: others may go beside its first row. */
  readonly fill: (site: SiteLanes, lane: Lane) => void;
  /** Nothing works on the row any more. */
  readonly release: (row: TransferRow) => void;
}

/** What a worker of a lane does: it runs one row after the other over the lane's connection. */
export class LaneWork {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Runs `first` and what comes after it, until there is no row or no connection. */
  async run(site: SiteLanes, lane: Lane, first: TransferRow): Promise<void> {
    for (let row: TransferRow | null = first; row !== null; row = this.#parts.next(site, lane)) {
      const connection = await this.#connected(site, lane, row);
      if (connection === null) return;
      this.#parts.fill(site, lane);
      await this.#runRow(site, lane, row, connection);
    }
  }

  /** The lane's connection, made where there is none; null where it cannot be had, which is dealt with then. */
  async #connected(site: SiteLanes, lane: Lane, row: TransferRow): Promise<LaneConnection | null> {
    if (lane.connection && !lane.connection.ftp.closed) return lane.connection;
    const since = site.timesConnected;
    try {
      const connection = await this.#connect(site, row);
      lane.connected(connection);
      // More than was thought possible while it was being made.
      if (connection.leased) site.limit = Math.max(site.limit, this.#standing(site));
      return connection;
    } catch (thrown) {
      this.#leave(lane, row);
      const others = { others: site.lanes.size - 1, standing: this.#standing(site), since };
      await this.#parts.noConnection.dealWith(site, row, toFault(thrown, 'connecting'), others);
      return null;
    }
  }

  #standing({ lanes, sessionId }: SiteLanes): number {
    const connected = [...lanes].filter(({ connection }) => connection?.leased && !connection.ftp.closed);
    return connected.length + this.#parts.guests.count(sessionId) + this.#parts.spares.count(sessionId);
  }

  async #connect(site: SiteLanes, row: TransferRow): Promise<LaneConnection> {
    const session = this.#parts.sessions.get(site.sessionId);
    if (!session) throw notConnected(site.sessionId);
    const signal = row.run?.abort.signal ?? AbortSignal.abort();
    if (site.sharesBrowser) return { ftp: await session.browser(signal), session, leased: false };
    const ftp = await session.lease(signal);
    site.failures = 0;
    return { ftp, session, leased: true };
  }

  async #runRow(site: SiteLanes, lane: Lane, row: TransferRow, { ftp, session }: LaneConnection): Promise<void> {
    const { work, guests, spares, queue } = this.#parts;
    const { run } = row;
    const since = site.timesConnected;
    if (!run) throw new Error('a row is run without a run');
    const patience = watchAbort(lane, row, run);
    const { spare, over } = spares.borrow(session, run);
    try {
      const source = await guests.connect(lane, run.abort.signal);
      const result = await work.run({
        row,
        run,
        session,
        connection: ftp,
        source,
        queue,
        learned: site.learned,
        spare,
      });
      this.#leave(lane, row);
      work.settle(row, result);
    } catch (thrown) {
      this.#leave(lane, row);
      await this.#failed(site, lane, row, toFault(thrown, 'preparing'), since);
    } finally {
      patience.over();
      over();
    }
    await this.#settleStranded(lane);
  }

  /** @param since `timesConnected` when the row was begun */
  async #failed(site: SiteLanes, lane: Lane, row: TransferRow, fault: Fault, since: number): Promise<void> {
    const { work, noConnection } = this.#parts;
    const lost = lane.connection?.ftp.closed === true;
    const ended = row.run?.ending != null;
    if (lost && ended) lane.endedHere();
    else if (lost && (fault.kind === 'control-connection' || lane.givenUp)) return lane.strand(row, fault);
    // Before anything is waited for: the next row of this lane begins a new connection.
    const settled = this.#settleStranded(lane);
    // Where this connection stands, it is the source's that is missing, and the rows of this site go on.
    if (!ended && isNotConnected(fault) && (row.from === null || lost)) noConnection.park(site, row, since);
    else await work.fail(row, fault);
    await settled;
  }

  async #settleStranded(lane: Lane): Promise<void> {
    if (lane.rows.size > 0) return;
    const { toBlame, innocent } = lane.settleStranded();
    for (const { row } of innocent) this.#parts.work.putBack(row, null);
    for (const { row, fault } of toBlame) await this.#parts.work.fail(row, fault);
  }

  #leave(lane: Lane, row: TransferRow): void {
    lane.leave(row);
    this.#parts.release(row);
  }
}
