import type { Fault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import { concernsAll } from './retry.ts';
import type { NewRow, TransferRow } from './transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

const DOWNLOADS = 'downloads';
const uploadsOf = (sessionId: SessionId): string => `uploads ${sessionId}`;
const everythingOf = (sessionId: SessionId): string => `session ${sessionId}`;

/**
 * What one fault keeps from going on for all: no room left on the disk or the server, a site that cannot be reached.
 * The one transfer shows the fault and the others are paused, instead of failing a thousand one after another.
 */
export class Holds {
  readonly #table: TransferTable;
  readonly #held = new Set<string>();

  constructor(table: TransferTable) {
    this.#table = table;
  }

  /** Whether a row that a folder adds now must wait for the person. */
  holds(row: Pick<NewRow, 'direction' | 'target'>, sessionId: SessionId): boolean {
    const writesTo = row.target?.sessionId ?? sessionId;
    const kind = row.direction === 'download' ? DOWNLOADS : uploadsOf(writesTo);
    return [kind, everythingOf(sessionId), everythingOf(writesTo)].some((key) => this.#held.has(key));
  }

  /** Pauses what the fault of `row` would meet too; nothing where it concerns that row alone. */
  after(row: TransferRow, fault: Fault): void {
    if (!concernsAll(fault)) return;
    this.#hold(fault.kind === 'local-file' ? DOWNLOADS : uploadsOf(row.target?.sessionId ?? row.sessionId));
  }

  /** Pauses everything of a site that could not be reached. */
  site(sessionId: SessionId): void {
    this.#hold(everythingOf(sessionId));
  }

  /** The person wants transfers to go on. */
  lift(): void {
    this.#held.clear();
  }

  #hold(key: string): void {
    this.#held.add(key);
    for (const row of this.#table.rows) {
      if (row.state !== 'waiting' || !this.holds(row, row.sessionId)) continue;
      if (row.pause !== null) clearTimeout(row.pause);
      row.pause = null;
      this.#table.setState(row, 'paused');
    }
  }
}
