import type { Fault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import type { SessionAccess } from '../../session/session-access.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { sharesConnection } from './side-by-side.ts';

/** A connection a lane works on. The one for browsing is only borrowed where a server allows no second. */
export interface LaneConnection {
  readonly ftp: UserFtp;
  readonly session: SessionAccess;
  readonly leased: boolean;
}

/** A row that found its connection gone. */
export interface Stranded {
  readonly row: TransferRow;
  readonly fault: Fault;
}

/** One connection and the rows that go over it: a single one, or several small ones side by side. */
export class Lane {
  readonly rows = new Set<TransferRow>();
  connection: LaneConnection | null = null;
  /** The connection to the other server while rows between servers are at work here; null: only a place is kept for it. */
  guest: { readonly sessionId: SessionId; connection: LaneConnection | null } | null = null;
  /** Workers that take one row after the other; the lane is over with the last. */
  workers = 0;
  #givenUp = false;
  #stranded: Stranded[] = [];
  /** Rows that left. */
  #left = 0;

  /** Whether the connection was given up because of a row that a person ended: no other row is to blame then. */
  get givenUp(): boolean {
    return this.#givenUp;
  }

  /** Takes a new connection: what became of the one before it is settled. */
  connected(connection: LaneConnection): void {
    this.connection = connection;
    this.#givenUp = false;
    this.#stranded = [];
  }

  /** Whether another row may go beside those that are here, up to `most` of them. */
  hasRoom(most: number): boolean {
    if (this.connection === null || this.rows.size >= most) return false;
    const { ftp, leased } = this.connection;
    // The person who browses over the same connection waits behind one transfer, but not behind several.
    if (!leased || ftp.closed || !ftp.pipelines) return false;
    for (const row of this.rows) return sharesConnection(row);
    return true;
  }

  /** Whether this row may go now: alone, or small among small ones. */
  takes(row: TransferRow): boolean {
    return this.rows.size === 0 || sharesConnection(row);
  }

  enter(row: TransferRow): void {
    this.rows.add(row);
  }

  leave(row: TransferRow): void {
    this.rows.delete(row);
    this.#left += 1;
  }

  /** A number that stands still only while nothing but `row` does. */
  pulseWithout(row: TransferRow): number {
    let pulse = this.#left;
    for (const other of this.rows) if (other !== row) pulse += other.run?.progress?.counter.bytes ?? 0;
    return pulse;
  }

  /** Closes the connection because a row that was ended here does not let go of it. */
  giveUp(): void {
    this.endedHere();
    this.connection?.ftp.destroy();
    this.guest?.connection?.ftp.destroy();
  }

  /** A row that a person ended took the connection with it. */
  endedHere(): void {
    this.#givenUp = true;
  }

  /** `row` found the connection gone. Nobody is blamed before all that were here have left: see `settleStranded`. */
  strand(row: TransferRow, fault: Fault): void {
    this.#stranded.push({ row, fault });
  }

  /**
   * Of the rows that a lost connection left behind, those whose doing it may have been: the ones whose data was on its
   * way, or else the first to notice. The others only stood in line. A connection that was given up here is nobody's
   * fault.
   */
  settleStranded(): { readonly toBlame: readonly Stranded[]; readonly innocent: readonly Stranded[] } {
    const stranded = this.#stranded;
    this.#stranded = [];
    if (this.#givenUp) return { toBlame: [], innocent: stranded };
    const moving = stranded.filter(({ fault }) => MOVING.has(fault.stage));
    const toBlame = moving.length > 0 ? moving : stranded.slice(0, 1);
    return { toBlame, innocent: stranded.filter((one) => !toBlame.includes(one)) };
  }
}

const MOVING: ReadonlySet<string> = new Set(['after-preliminary-reply', 'after-data']);
