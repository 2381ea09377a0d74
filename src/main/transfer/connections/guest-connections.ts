import { toFault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import { isConnectionLimit } from '../../session/connection-limit.ts';
import type { SessionAccess, Sessions } from '../../session/session-access.ts';
import type { SourceSide } from '../rows/job.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { notConnected } from '../server/refusal.ts';
import type { Lane, LaneConnection } from './lane.ts';

/** What there is to know of the sessions whose connections lanes of others use. */
interface Hosts {
  readonly sessions: Sessions;
  /** Connections a session's transfers may have. */
  allowed(sessionId: SessionId): number;
  /** How many of them its own lanes have. */
  own(sessionId: SessionId): number;
  /** Begins what can be begun for a session. */
  wake(sessionId: SessionId): void;
  /** The row, which was passed over, may be taken now. */
  startable(row: TransferRow): void;
}

/**
 * The connections that rows between servers need beside their lane's own: one to the source each. Such a row is taken only
 * where both are to be had and holds nothing while it waits, so that no two of them wait for each other.
 */
export class GuestConnections {
  readonly #hosts: Hosts;
  readonly #counts = new Map<SessionId, number>();
  readonly #passed = new Map<SessionId, Set<TransferRow>>();

  constructor(hosts: Hosts) {
    this.#hosts = hosts;
  }

  /** Connections of a session that lanes of others use. */
  count(sessionId: SessionId): number {
    return this.#counts.get(sessionId) ?? 0;
  }

  /** Whether rows wait for a connection of the session and none of them has one: its own lanes had better give way. */
  isWanted(sessionId: SessionId): boolean {
    return this.count(sessionId) === 0 && this.#passed.has(sessionId);
  }

  /** Whether the lane can have what the row needs; where it cannot, the row is told when it can. */
  hasRoom(lane: Lane, row: TransferRow): boolean {
    if (row.from === null || lane.guest?.sessionId === row.from.sessionId) return true;
    const { sessionId } = row.from;
    const taken = this.#hosts.own(sessionId) + this.count(sessionId);
    if (taken < this.#hosts.allowed(sessionId)) return true;
    // Within one session it takes two, however few are allowed.
    if (sessionId === row.sessionId && this.count(sessionId) === 0) return true;
    const passed = this.#passed.get(sessionId) ?? new Set();
    this.#passed.set(sessionId, passed.add(row));
    return false;
  }

  /** Keeps a place for the row that the lane has taken, and gives up the one that it does not need any more. */
  keep(lane: Lane, { from }: TransferRow): void {
    if (lane.guest !== null && lane.guest.sessionId === from?.sessionId) return;
    this.release(lane);
    if (from === null) return;
    lane.guest = { sessionId: from.sessionId, connection: null };
    this.#counts.set(from.sessionId, this.count(from.sessionId) + 1);
  }

  /** The connection to the source, made where there is none. Faults: those of connecting; `refused-here: not-connected`. */
  async connect(lane: Lane, signal: AbortSignal): Promise<SourceSide | null> {
    const { guest } = lane;
    if (guest === null) return null;
    if (guest.connection === null || guest.connection.ftp.closed) {
      const session = this.#hosts.sessions.get(guest.sessionId);
      if (!session) throw notConnected(guest.sessionId);
      guest.connection = await lease(session, signal);
    }
    const { ftp, session } = guest.connection;
    return { connection: ftp, session };
  }

  /** The lane needs no connection to another server any more. */
  release(lane: Lane): void {
    const { guest } = lane;
    if (guest === null) return;
    lane.guest = null;
    this.#counts.set(guest.sessionId, this.count(guest.sessionId) - 1);
    const { connection } = guest;
    if (connection?.leased && !connection.ftp.closed) connection.session.giveBack(connection.ftp);
    // Its own rows have waited for this one.
    this.#hosts.wake(guest.sessionId);
    this.placeIsFree(guest.sessionId);
  }

  /** A connection of the session may be had (again): rows that were passed over are looked at. */
  placeIsFree(sessionId: SessionId): void {
    const passed = [...(this.#passed.get(sessionId) ?? [])];
    this.#passed.delete(sessionId);
    for (const row of passed) this.#hosts.startable(row);
    for (const target of new Set(passed.map((row) => row.sessionId))) this.#hosts.wake(target);
  }
}

/** A server that takes no more connections than the one for browsing serves over that. */
const lease = async (session: SessionAccess, signal: AbortSignal): Promise<LaneConnection> => {
  try {
    return { ftp: await session.lease(signal), session, leased: true };
  } catch (thrown) {
    if (!isConnectionLimit(toFault(thrown, 'connecting'), true)) throw thrown;
    return { ftp: await session.browser(signal), session, leased: false };
  }
};
