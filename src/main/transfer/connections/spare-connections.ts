import { type Fault, toFault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import type { SessionAccess } from '../../session/session-access.ts';
import type { SpareConnection } from '../rows/job.ts';
import type { Run } from '../rows/transfer-row.ts';

/** What there is to know of the sites whose connections are lent. */
interface Lenders {
  /** Connections that the site may have more and that none of its waiting rows needs. */
  room(sessionId: SessionId): number;
  /** A place among the site's connections is free again. */
  placeIsFree(sessionId: SessionId): void;
  /** One more could not be had. */
  refused(sessionId: SessionId, fault: Fault): void;
  /** A row is at work over more connections, or fewer. */
  counted(): void;
}

/** What one row borrowed. */
export interface Borrowing {
  /** As `Job.spare`. */
  spare(most: number): Promise<readonly SpareConnection[]>;
  /** The row is over: what it has not given back is closed. */
  over(): void;
}

/** A place among a site's connections that one row has beside its lane's. */
interface Loan {
  readonly wanted: AbortController;
  /** Null until it is connected. */
  connection: UserFtp | null;
}

/** The connections that rows have beside their lane's own, for pieces of one file. */
export class SpareConnections {
  readonly #lenders: Lenders;
  readonly #loans = new Map<SessionId, Set<Loan>>();

  constructor(lenders: Lenders) {
    this.#lenders = lenders;
  }

  /** Places that are taken, those that are being connected too. */
  count(sessionId: SessionId): number {
    return this.#loans.get(sessionId)?.size ?? 0;
  }

  /** Asks for connections back until `most` have been asked for. */
  askBack(sessionId: SessionId, most: number): void {
    let asked = 0;
    for (const { wanted } of this.#loans.get(sessionId) ?? []) {
      if (asked >= most) return;
      wanted.abort();
      asked += 1;
    }
  }

  /** For one row at work: how it comes to connections, and how it is rid of them. */
  borrow(session: SessionAccess, run: Run): Borrowing {
    const mine = new Set<Loan>();
    const count = (): void => {
      run.connections = 1 + mine.size;
      this.#lenders.counted();
    };
    const end = (loan: Loan): void => {
      if (!mine.delete(loan)) return;
      this.#loans.get(session.id)?.delete(loan);
      count();
      this.#lenders.placeIsFree(session.id);
    };
    const open = async (loan: Loan): Promise<SpareConnection | null> => {
      try {
        const connection = await session.lease(run.abort.signal);
        loan.connection = connection;
        if (!mine.has(loan)) {
          session.giveBack(connection);
          return null;
        }
        return { connection, wanted: loan.wanted.signal, giveBack: () => giveBack(loan) };
      } catch (thrown) {
        end(loan);
        this.#lenders.refused(session.id, toFault(thrown, 'connecting'));
        return null;
      }
    };
    const giveBack = (loan: Loan): void => {
      if (!mine.has(loan)) return;
      if (loan.connection !== null && !loan.connection.closed) session.giveBack(loan.connection);
      end(loan);
    };
    return {
      spare: async (most) => {
        const places = run.abort.signal.aborted ? 0 : Math.max(0, Math.min(most, this.#lenders.room(session.id)));
        const fresh = Array.from({ length: places }, (): Loan => ({ wanted: new AbortController(), connection: null }));
        // The places are taken before anything is waited for.
        const loans = this.#loans.get(session.id) ?? new Set();
        this.#loans.set(session.id, loans);
        for (const loan of fresh) {
          mine.add(loan);
          loans.add(loan);
        }
        if (places > 0) count();
        const opened = await Promise.all(fresh.map(open));
        return opened.filter((one) => one !== null);
      },
      over: () => {
        for (const loan of [...mine]) {
          // Nobody knows what is still on its way over it.
          loan.connection?.destroy();
          end(loan);
        }
      },
    };
  }
}
