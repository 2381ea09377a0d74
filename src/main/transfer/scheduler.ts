import { type Fault, toFault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import { isConnectionLimit } from '../session/connection-limit.ts';
import { watchAbort } from './abort-patience.ts';
import { GuestConnections } from './guest-connections.ts';
import type { JobQueue } from './job.ts';
import { Lane, type LaneConnection } from './lane.ts';
import type { PartOwners } from './part-owners.ts';
import type { Progress } from './progress.ts';
import { RateMeter } from './rate-meter.ts';
import { isNotConnected, notConnected } from './refusal.ts';
import { pauseBeforeRetry } from './retry.ts';
import type { RowWork } from './row-work.ts';
import { MOST_SIDE_BY_SIDE } from './side-by-side.ts';
import { createSiteLanes, type SiteLanes } from './site-lanes.ts';
import { TargetLocks } from './target-locks.ts';
import type { TransferDependencies } from './transfer-queue.ts';
import type { TransferRow } from './transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/**
 * Gives every session its lanes, as many as the preferences and the server allow. A lane takes one waiting row after
 * the other over its connection, and small ones side by side, until there is none left.
 */
export class Scheduler {
  readonly #dependencies: TransferDependencies;
  readonly #table: TransferTable;
  readonly #progress: Progress;
  readonly #queue: JobQueue;
  readonly #rowWork: RowWork;
  readonly #parts: PartOwners;
  readonly #pauses: readonly number[];
  readonly #sites = new Map<SessionId, SiteLanes>();
  readonly #locks: TargetLocks;
  readonly #guests: GuestConnections;
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(parts: {
    readonly dependencies: TransferDependencies;
    readonly table: TransferTable;
    readonly progress: Progress;
    readonly queue: JobQueue;
    readonly work: RowWork;
    readonly parts: PartOwners;
    readonly pauses: readonly number[];
  }) {
    this.#dependencies = parts.dependencies;
    this.#table = parts.table;
    this.#progress = parts.progress;
    this.#queue = parts.queue;
    this.#rowWork = parts.work;
    this.#parts = parts.parts;
    this.#pauses = parts.pauses;
    this.#locks = new TargetLocks((row) => {
      this.#table.startable(row);
      // It may be another session's, whose lanes have all ended meanwhile.
      this.wake(row.sessionId);
    });
    this.#guests = new GuestConnections({
      sessions: parts.dependencies.sessions,
      allowed: (sessionId) => this.#allowed(this.#site(sessionId)),
      own: (sessionId) => this.#site(sessionId).lanes.size,
      wake: (sessionId) => this.wake(sessionId),
      startable: (row) => this.#table.startable(row),
    });
  }

  /** Begins what can be begun for a session: something of it is waiting. */
  wake(sessionId: SessionId): void {
    const site = this.#site(sessionId);
    if (this.#stopped || site.parked || site.pause !== null) return;
    // Several connections first: only what is left goes side by side.
    while (this.#taken(site) < this.#allowed(site)) {
      const lane = new Lane();
      const row = this.#take(site, lane);
      if (row === null) return;
      site.lanes.add(lane);
      this.#work(site, lane, row);
    }
    for (const lane of site.lanes) this.#fill(site, lane);
  }

  /** The session was connected (again): what was learned of its limits may be over. */
  connected(sessionId: SessionId): void {
    const site = this.#site(sessionId);
    if (site.pause !== null) clearTimeout(site.pause);
    Object.assign(site, { pause: null, parked: false, failures: 0, limit: Number.POSITIVE_INFINITY });
    site.sharesBrowser = false;
    this.wake(sessionId);
  }

  /** Begins nothing more; settles when nothing runs. Whoever stops it aborts the runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const site of this.#sites.values()) if (site.pause !== null) clearTimeout(site.pause);
    await Promise.allSettled(this.#running);
  }

  #site(sessionId: SessionId): SiteLanes {
    const known = this.#sites.get(sessionId);
    if (known) return known;
    const site = createSiteLanes(sessionId, this.#dependencies.storesDirectly ?? false);
    this.#sites.set(sessionId, site);
    return site;
  }

  #allowed(site: SiteLanes): number {
    return Math.max(1, Math.min(site.limit, this.#dependencies.preferences().connectionsPerSite));
  }

  /** Connections that work for its rows, and for rows that only begin or end there. */
  #taken({ sessionId, lanes }: SiteLanes): number {
    return lanes.size + this.#guests.count(sessionId);
  }

  #take(site: SiteLanes, lane: Lane): TransferRow | null {
    if (this.#stopped || site.parked || site.pause !== null) return null;
    const row = this.#table.next(site.sessionId, (candidate) => {
      if (!lane.takes(candidate)) return 'stop';
      return this.#guests.hasRoom(lane, candidate) && this.#locks.take(candidate) ? 'take' : 'pass';
    });
    if (row === null) return null;
    row.run = {
      abort: new AbortController(),
      ending: null,
      meter: new RateMeter(),
      progress: null,
      previousFault: row.fault,
    };
    row.fault = null;
    lane.enter(row);
    this.#guests.keep(lane, row);
    this.#table.setState(row, 'active');
    this.#progress.begin(row);
    return row;
  }

  /** As many rows beside those of the lane as there is room for, and as the other lanes do not need. */
  #fill(site: SiteLanes, lane: Lane): void {
    while (lane.hasRoom(this.#share(site)) && this.#taken(site) <= this.#allowed(site)) {
      const row = this.#take(site, lane);
      if (row === null) return;
      this.#work(site, lane, row);
    }
  }

  /** How many rows one lane may have, so that the last ones are not all on one connection while others stand idle. */
  #share(site: SiteLanes): number {
    let unfinished = this.#table.waiting(site.sessionId);
    for (const lane of site.lanes) unfinished += lane.rows.size;
    return Math.min(MOST_SIDE_BY_SIDE, Math.ceil(unfinished / this.#allowed(site)));
  }

  /** Has a worker of the lane run `first` and what comes after it. */
  #work(site: SiteLanes, lane: Lane, first: TransferRow): void {
    lane.workers += 1;
    const working = this.#runWorker(site, lane, first).finally(() => {
      this.#running.delete(working);
      lane.workers -= 1;
      if (lane.workers === 0) this.#close(site, lane);
    });
    this.#running.add(working);
  }

  #close(site: SiteLanes, lane: Lane): void {
    site.lanes.delete(lane);
    this.#guests.release(lane);
    const { connection } = lane;
    if (connection?.leased && !connection.ftp.closed) connection.session.giveBack(connection.ftp);
    this.#guests.placeIsFree(site.sessionId);
    this.wake(site.sessionId);
  }

  async #runWorker(site: SiteLanes, lane: Lane, first: TransferRow): Promise<void> {
    for (let row: TransferRow | null = first; row !== null; row = this.#next(site, lane)) {
      const connection = await this.#connected(site, lane, row);
      if (connection === null) return;
      this.#fill(site, lane);
      await this.#runRow(site, lane, row, connection);
    }
  }

  #next(site: SiteLanes, lane: Lane): TransferRow | null {
    if (this.#taken(site) > this.#allowed(site) || this.#givesWay(site, lane)) return null;
    // A lost connection is made anew by the last worker, so that one connects and not all of them.
    if (lane.rows.size > 0 && !lane.hasRoom(this.#share(site))) return null;
    return this.#take(site, lane);
  }

  /** Whether rows that cannot begin without what this lane has are to have it for a while. */
  #givesWay(site: SiteLanes, { guest }: Lane): boolean {
    if (this.#guests.isWanted(site.sessionId)) return true;
    if (guest === null || guest.sessionId === site.sessionId) return false;
    return this.#table.waiting(guest.sessionId) > 0 && this.#site(guest.sessionId).lanes.size === 0;
  }

  /** The lane's connection, made where there is none; null where it cannot be had, which is dealt with then. */
  async #connected(site: SiteLanes, lane: Lane, row: TransferRow): Promise<LaneConnection | null> {
    if (lane.connection && !lane.connection.ftp.closed) return lane.connection;
    try {
      const connection = await this.#connect(site, row);
      lane.connected(connection);
      return connection;
    } catch (thrown) {
      lane.leave(row);
      await this.#noConnection(site, row, toFault(thrown, 'connecting'));
      return null;
    }
  }

  async #connect(site: SiteLanes, row: TransferRow): Promise<LaneConnection> {
    const session = this.#dependencies.sessions.get(site.sessionId);
    if (!session) throw notConnected(site.sessionId);
    const signal = row.run?.abort.signal ?? AbortSignal.abort();
    if (site.sharesBrowser) return { ftp: await session.browser(signal), session, leased: false };
    const ftp = await session.lease(signal);
    site.failures = 0;
    return { ftp, session, leased: true };
  }

  async #runRow(site: SiteLanes, lane: Lane, row: TransferRow, { ftp, session }: LaneConnection): Promise<void> {
    const { run } = row;
    if (!run) throw new Error('a row is run without a run');
    const patience = watchAbort(lane, row, run);
    try {
      const source = await this.#guests.connect(lane, run.abort.signal);
      const job = { row, run, session, connection: ftp, source, queue: this.#queue, learned: site.learned };
      const result = await this.#rowWork.run(job);
      this.#leave(lane, row);
      this.#rowWork.settle(row, result);
    } catch (thrown) {
      this.#leave(lane, row);
      await this.#failed(site, lane, row, toFault(thrown, 'preparing'));
    } finally {
      patience.over();
    }
    await this.#settleStranded(lane);
  }

  async #failed(site: SiteLanes, lane: Lane, row: TransferRow, fault: Fault): Promise<void> {
    const lost = lane.connection?.ftp.closed === true;
    const ended = row.run?.ending != null;
    if (lost && ended) lane.endedHere();
    else if (lost && (fault.kind === 'control-connection' || lane.givenUp)) return lane.strand(row, fault);
    // Before anything is waited for: the next row of this lane begins a new connection.
    const settled = this.#settleStranded(lane);
    // Where this connection stands, it is the source's that is missing, and the rows of this site go on.
    if (!ended && isNotConnected(fault) && (row.from === null || lost)) this.#park(site, row);
    else await this.#rowWork.fail(row, fault);
    await settled;
  }

  async #settleStranded(lane: Lane): Promise<void> {
    if (lane.rows.size > 0) return;
    const { toBlame, innocent } = lane.settleStranded();
    for (const { row } of innocent) this.#rowWork.putBack(row, null);
    for (const { row, fault } of toBlame) await this.#rowWork.fail(row, fault);
  }

  /** There is no connection for this row: the row is not to blame, so it goes back and the session waits. */
  async #noConnection(site: SiteLanes, row: TransferRow, fault: Fault): Promise<void> {
    this.#release(row);
    if (row.run?.ending) return await this.#rowWork.fail(row, fault);
    if (isNotConnected(fault)) return this.#park(site, row);
    const others = site.lanes.size - 1;
    if (isConnectionLimit(fault, others > 0) && !site.sharesBrowser) {
      site.limit = Math.max(1, others);
      site.sharesBrowser = others === 0;
      this.#rowWork.putBack(row, null);
      this.#dependencies.sessions
        .get(site.sessionId)
        ?.note(`The server takes no more connections: transfers go on over ${site.limit}.`);
      return;
    }
    const pause = pauseBeforeRetry(fault, site.failures, this.#pauses);
    if (pause === null) return this.#rowWork.giveUp(row, fault);
    site.failures++;
    this.#rowWork.putBack(row, fault);
    site.pause ??= setTimeout(() => {
      site.pause = null;
      this.wake(site.sessionId);
    }, pause);
  }

  #park(site: SiteLanes, row: TransferRow): void {
    site.parked = true;
    this.#rowWork.putBack(row, null);
  }

  #leave(lane: Lane, row: TransferRow): void {
    lane.leave(row);
    this.#release(row);
  }

  #release(row: TransferRow): void {
    this.#progress.end(row);
    this.#parts.over(row);
    this.#locks.release(row);
  }
}
