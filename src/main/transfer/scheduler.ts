import { type Fault, FaultError, toFault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { UserFtp } from '../ftp/engine.ts';
import type { SessionAccess } from '../session/session-access.ts';
import type { JobQueue } from './job.ts';
import type { PartOwners } from './part-owners.ts';
import type { Progress } from './progress.ts';
import { RateMeter } from './rate-meter.ts';
import { isConnectionLimit, pauseBeforeRetry } from './retry.ts';
import type { RowWork } from './row-work.ts';
import { createSiteLanes, type LaneConnection, type SiteLanes } from './site-lanes.ts';
import { TargetLocks } from './target-locks.ts';
import type { TransferDependencies } from './transfer-queue.ts';
import type { TransferRow } from './transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/**
 * Gives every session its lanes, as many as the preferences and the server allow. A lane takes one waiting row after
 * the other, over one connection, until there is none left.
 */
export class Scheduler {
  readonly #dependencies: TransferDependencies;
  readonly #table: TransferTable;
  readonly #progress: Progress;
  readonly #queue: JobQueue;
  readonly #work: RowWork;
  readonly #parts: PartOwners;
  readonly #pauses: readonly number[];
  readonly #sites = new Map<SessionId, SiteLanes>();
  readonly #locks: TargetLocks;
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
    this.#work = parts.work;
    this.#parts = parts.parts;
    this.#pauses = parts.pauses;
    this.#locks = new TargetLocks((row) => {
      this.#table.startable(row);
      // It may be another session's, whose lanes have all ended meanwhile.
      this.wake(row.sessionId);
    });
  }

  /** Begins what can be begun for a session: something of it is waiting. */
  wake(sessionId: SessionId): void {
    const site = this.#site(sessionId);
    if (this.#stopped || site.parked || site.pause !== null) return;
    while (site.lanes < this.#allowed(site)) {
      const row = this.#take(site);
      if (row === null) return;
      site.lanes++;
      const lane = this.#runLane(site, row).finally(() => {
        site.lanes--;
        this.#running.delete(lane);
        this.wake(sessionId);
      });
      this.#running.add(lane);
    }
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

  #take(site: SiteLanes): TransferRow | null {
    if (this.#stopped || site.parked || site.pause !== null) return null;
    const row = this.#table.next(site.sessionId, (candidate) => this.#locks.take(candidate));
    if (row === null) return null;
    row.run = {
      abort: new AbortController(),
      ending: null,
      meter: new RateMeter(),
      progress: null,
      previousFault: row.fault,
    };
    row.fault = null;
    this.#table.setState(row, 'active');
    this.#progress.begin(row);
    return row;
  }

  async #runLane(site: SiteLanes, first: TransferRow): Promise<void> {
    let connection: LaneConnection | null = null;
    const session = this.#dependencies.sessions.get(site.sessionId);
    for (let row: TransferRow | null = first; row !== null; row = this.#next(site)) {
      try {
        connection = await this.#connect(site, session, connection, row);
      } catch (thrown) {
        await this.#noConnection(site, row, toFault(thrown, 'connecting'));
        break;
      }
      await this.#runRow(site, row, session, connection);
    }
    if (connection?.leased && !connection.ftp.closed) session?.giveBack(connection.ftp);
  }

  #next(site: SiteLanes): TransferRow | null {
    return site.lanes > this.#allowed(site) ? null : this.#take(site);
  }

  async #connect(
    site: SiteLanes,
    session: SessionAccess | undefined,
    held: LaneConnection | null,
    row: TransferRow,
  ): Promise<LaneConnection> {
    if (held && !held.ftp.closed) return held;
    if (!session) throw notConnected();
    const signal = row.run?.abort.signal ?? AbortSignal.abort();
    if (site.sharesBrowser) return { ftp: await session.browser(signal), leased: false };
    const ftp = await session.lease(signal);
    site.failures = 0;
    return { ftp, leased: true };
  }

  async #runRow(
    site: SiteLanes,
    row: TransferRow,
    session: SessionAccess | undefined,
    connection: LaneConnection,
  ): Promise<void> {
    const { run } = row;
    if (!run || !session) throw new Error('a row is run without a run or a session');
    const job = { row, run, session, connection: connection.ftp, queue: this.#queue, learned: site.learned };
    const impatience = endOnAbort(run.abort.signal, connection.ftp);
    try {
      const result = await this.#work.run(job);
      this.#release(row);
      this.#work.settle(row, result);
    } catch (thrown) {
      const fault = toFault(thrown, 'preparing');
      this.#release(row);
      if (isNotConnected(fault)) this.#park(site, row);
      else await this.#work.fail(row, fault);
    } finally {
      impatience.over();
    }
  }

  /** There is no connection for this row: the row is not to blame, so it goes back and the session waits. */
  async #noConnection(site: SiteLanes, row: TransferRow, fault: Fault): Promise<void> {
    this.#release(row);
    if (row.run?.ending) return await this.#work.fail(row, fault);
    if (isNotConnected(fault)) return this.#park(site, row);
    const others = site.lanes - 1;
    if (isConnectionLimit(fault, others > 0) && !site.sharesBrowser) {
      site.limit = Math.max(1, others);
      site.sharesBrowser = others === 0;
      this.#work.putBack(row, null);
      this.#dependencies.sessions
        .get(site.sessionId)
        ?.note(`The server takes no more connections: transfers go on over ${site.limit}.`);
      return;
    }
    const pause = pauseBeforeRetry(fault, site.failures, this.#pauses);
    if (pause === null) return this.#work.giveUp(row, fault);
    site.failures++;
    this.#work.putBack(row, fault);
    site.pause ??= setTimeout(() => {
      site.pause = null;
      this.wake(site.sessionId);
    }, pause);
  }

  #park(site: SiteLanes, row: TransferRow): void {
    site.parked = true;
    this.#work.putBack(row, null);
  }

  #release(row: TransferRow): void {
    this.#progress.end(row);
    this.#parts.over(row);
    this.#locks.release(row);
  }
}

/** Milliseconds a server is given to answer the ABOR of a person who pauses or cancels. */
const ABORT_PATIENCE = 2_000;

/** Closes the connection of an aborted run where the server does not let go of the transfer by itself. */
const endOnAbort = (signal: AbortSignal, connection: UserFtp): { readonly over: () => void } => {
  let timer: NodeJS.Timeout | null = null;
  const begin = (): void => {
    timer ??= setTimeout(() => connection.destroy(), ABORT_PATIENCE);
  };
  signal.addEventListener('abort', begin, { once: true });
  if (signal.aborted) begin();
  return {
    over: () => {
      signal.removeEventListener('abort', begin);
      if (timer !== null) clearTimeout(timer);
    },
  };
};

const notConnected = (): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'not-connected', detail: '' });

const isNotConnected = (fault: Fault): boolean => fault.kind === 'refused-here' && fault.reason === 'not-connected';
