import type { SessionId } from '#shared/model/session.ts';
import { ConnectionBudget } from '../connections/connection-budget.ts';
import { GuestConnections } from '../connections/guest-connections.ts';
import { Lane } from '../connections/lane.ts';
import { LargeFiles } from '../connections/large-files.ts';
import { MOST_SIDE_BY_SIDE } from '../connections/side-by-side.ts';
import { AllLanes, beginAnew, endWaits, isOpen, type SiteLanes } from '../connections/site-lanes.ts';
import { SpareConnections } from '../connections/spare-connections.ts';
import type { JobQueue } from '../rows/job.ts';
import type { PartOwners } from '../rows/part-owners.ts';
import { TargetLocks } from '../rows/target-locks.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import type { Progress } from '../table/progress.ts';
import type { TransferTable } from '../table/transfer-table.ts';
import type { Holds } from './holds.ts';
import { LaneWork } from './lane-work.ts';
import { NoConnection } from './no-connection.ts';
import type { RetryPlan } from './retry.ts';
import { RowPicker } from './row-picker.ts';
import type { RowWork } from './row-work.ts';
import type { TransferDependencies } from './transfer-dependencies.ts';

/**
 * Gives every session its lanes, as many as the preferences and the server allow. A lane takes one waiting row after
 * the other over its connection, and small ones side by side, until there is none left.
 */
export class Scheduler {
  readonly #table: TransferTable;
  readonly #sites: AllLanes;
  readonly #budget: ConnectionBudget;
  readonly #picker: RowPicker;
  readonly #guests: GuestConnections;
  readonly #spares: SpareConnections;
  readonly #laneWork: LaneWork;
  /** Null where as many connections are used as are allowed, whatever goes over them. */
  readonly #large: LargeFiles | null;
  readonly #running = new Set<Promise<void>>();
  #stopped = false;
  #asleep = false;

  constructor(parts: {
    readonly dependencies: TransferDependencies;
    readonly table: TransferTable;
    readonly progress: Progress;
    readonly queue: JobQueue;
    readonly work: RowWork;
    readonly holds: Pick<Holds, 'holds'>;
    readonly parts: PartOwners;
    readonly plan: RetryPlan;
  }) {
    const { dependencies, work, plan, queue } = parts;
    const { sessions } = dependencies;
    this.#table = parts.table;
    this.#sites = new AllLanes();
    const { preferences } = dependencies;
    const policyOf = (sessionId: SessionId) => sessions.get(sessionId)?.view().settings.transferPolicy;
    this.#budget = new ConnectionBudget({
      sites: this.#sites,
      perSite: (sessionId) => policyOf(sessionId)?.connections ?? preferences().connectionsPerSite,
      inTotal: () => preferences().connectionsInTotal,
      guests: (sessionId) => this.#guests.count(sessionId),
      spares: (sessionId) => this.#spares.count(sessionId),
      isWaiting: (site) => isOpen(site) && this.#picker.isWaiting(site),
    });
    const locks = new TargetLocks((row) => {
      this.#table.startable(row);
      // It may be another session's, whose lanes have all ended meanwhile.
      this.wake(row.sessionId);
    });
    this.#guests = new GuestConnections({
      sessions,
      allowed: (sessionId) => this.#budget.allowed(this.#sites.of(sessionId)),
      own: (sessionId) => this.#sites.of(sessionId).lanes.size + this.#spares.count(sessionId),
      wake: (sessionId) => this.wake(sessionId),
      startable: (row) => this.#table.startable(row),
    });
    const wake = (site: SiteLanes): void => this.wake(site.sessionId);
    this.#large = dependencies.connectionsExactly
      ? null
      : new LargeFiles({ allowed: (site) => this.#budget.allowed(site), wake });
    const noConnection = new NoConnection({ sessions, work, plan, wake });
    this.#spares = new SpareConnections({
      room: (sessionId) => this.#spareRoom(this.#sites.of(sessionId)),
      placeIsFree: (sessionId) => this.#placeIsFree(sessionId),
      refused: (sessionId, fault) => {
        const site = this.#sites.of(sessionId);
        noConnection.goesOnWithout(site, fault, this.#budget.taken(site));
      },
      counted: () => this.#table.touch(),
    });
    this.#picker = new RowPicker({
      ...{ table: parts.table, progress: parts.progress, parts: parts.parts, holds: parts.holds, locks },
      ...{ guests: this.#guests, spares: this.#spares, large: this.#large },
    });
    this.#laneWork = new LaneWork({
      ...{ sessions, work, queue, noConnection, guests: this.#guests, spares: this.#spares },
      next: (site, lane) => this.#next(site, lane),
      fill: (site, lane) => this.#fill(site, lane),
      release: (row) => this.#picker.release(this.#sites.of(row.sessionId), row),
    });
  }

  /** Begins what can be begun for a session: something of it is waiting. */
  wake(sessionId: SessionId): void {
    const site = this.#sites.of(sessionId);
    if (this.#isIdle(site)) return;
    // Several connections first: only what is left goes side by side.
    while (this.#budget.free(site) > 0) {
      const lane = new Lane();
      const row = this.#take(site, lane);
      if (row === null) return;
      site.lanes.add(lane);
      this.#work(site, lane, row);
    }
    for (const lane of site.lanes) this.#fill(site, lane);
    if (!this.#picker.isWaiting(site)) return;
    this.#budget.wantsMore(site);
    this.#spares.askBack(sessionId, this.#table.waiting(sessionId));
  }

  /** The session was connected (again): what was learned of its limits may be over. */
  connected(sessionId: SessionId): void {
    const site = this.#sites.of(sessionId);
    beginAnew(site);
    site.timesConnected += 1;
    this.wake(sessionId);
  }

  /** Puts back what is at work, and begins nothing before `goOn`. */
  interrupt(): void {
    this.#asleep = true;
    for (const { lanes } of this.#sites.all()) {
      for (const { run } of [...lanes].flatMap(({ rows }) => [...rows])) {
        if (run === null || run.ending !== null) continue;
        run.ending = 'interrupted';
        run.abort.abort();
      }
    }
  }

  /** Whatever waits for a connection may be tried at once: the machine woke, or there is another network. */
  goOn(): void {
    this.#asleep = false;
    for (const site of this.#sites.all()) beginAnew(site);
  }

  /** Begins nothing more; settles when nothing runs. Whoever stops it aborts the runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#large?.stop();
    await Promise.allSettled(this.#running);
    // What ended last may have begun to wait.
    for (const site of this.#sites.all()) endWaits(site);
  }

  #take(site: SiteLanes, lane: Lane): TransferRow | null {
    return this.#isIdle(site) ? null : this.#picker.take(site, lane);
  }

  #isIdle(site: SiteLanes): boolean {
    return this.#stopped || this.#asleep || !isOpen(site);
  }

  /** Connections that a row may have beside its lane's: none of those that waiting rows could take. */
  #spareRoom(site: SiteLanes): number {
    if (this.#isIdle(site) || site.sharesBrowser || this.#picker.isWaiting(site)) return 0;
    return this.#budget.free(site);
  }

  /** As many rows beside those of the lane as there is room for, and as the other lanes do not need. */
  #fill(site: SiteLanes, lane: Lane): void {
    while (lane.hasRoom(this.#share(site)) && !this.#budget.isOver(site)) {
      const row = this.#take(site, lane);
      if (row === null) return;
      this.#work(site, lane, row);
    }
  }

  /** How many rows one lane may have, so that the last ones are not all on one connection while others stand idle. */
  #share(site: SiteLanes): number {
    let unfinished = this.#table.waiting(site.sessionId);
    for (const lane of site.lanes) unfinished += lane.rows.size;
    return Math.min(MOST_SIDE_BY_SIDE, Math.ceil(unfinished / this.#budget.allowed(site)));
  }

  /** Has a worker of the lane run `first` and what comes after it. */
  #work(site: SiteLanes, lane: Lane, first: TransferRow): void {
    lane.workers += 1;
    const working = this.#laneWork.run(site, lane, first).finally(() => {
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
    this.#placeIsFree(site.sessionId);
  }

  #placeIsFree(sessionId: SessionId): void {
    this.#guests.placeIsFree(sessionId);
    for (const site of this.#budget.inTurn(this.#sites.of(sessionId))) this.wake(site.sessionId);
  }

  #next(site: SiteLanes, lane: Lane): TransferRow | null {
    if (this.#budget.isOver(site) || this.#givesWay(site, lane)) return null;
    // There are connections of its own again, and it does not keep the one for browsing any longer than it must.
    if (lane.connection?.leased === false && !site.sharesBrowser) return null;
    // A lost connection is made anew by the last worker, so that one connects and not all of them.
    if (lane.rows.size > 0 && !lane.hasRoom(this.#share(site))) return null;
    return this.#take(site, lane);
  }

  /** Whether rows that cannot begin without what this lane has are to have it for a while. */
  #givesWay(site: SiteLanes, { guest }: Lane): boolean {
    if (this.#guests.isWanted(site.sessionId) || this.#budget.givesWay(site)) return true;
    if (guest === null || guest.sessionId === site.sessionId) return false;
    return this.#table.waiting(guest.sessionId) > 0 && this.#sites.of(guest.sessionId).lanes.size === 0;
  }
}
