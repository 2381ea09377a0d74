import type { Fault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { BulkChanges } from './bulk-changes.ts';
import { inStates } from './kept/row-store.ts';
import { concernsAll } from './retry.ts';
import type { NewRow, TransferRow } from './transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

const DOWNLOADS = 'downloads';
const uploadsOf = (sessionId: SessionId): string => `uploads ${sessionId}`;
const between = (source: SessionId, target: SessionId): string => `between ${source} ${target}`;
const everythingOf = (sessionId: SessionId): string => `session ${sessionId}`;

/**
 * What one fault keeps from going on for all: no room left on the disk or the server, a site that cannot be reached.
 * The one transfer shows the fault and the others are paused, instead of failing a thousand one after another.
 */
export class Holds {
  readonly #table: TransferTable;
  readonly #bulk: BulkChanges;
  readonly #held = new Set<string>();

  constructor(table: TransferTable, bulk: BulkChanges) {
    this.#table = table;
    this.#bulk = bulk;
  }

  /** Whether a row that a folder adds now must wait for the person. */
  holds({ direction, from }: Pick<NewRow, 'direction' | 'from'>, sessionId: SessionId): boolean {
    const keys = [direction === 'download' ? DOWNLOADS : uploadsOf(sessionId), everythingOf(sessionId)];
    if (from) keys.push(everythingOf(from.sessionId), between(from.sessionId, sessionId));
    return keys.some((key) => this.#held.has(key));
  }

  /** Pauses what the fault of `row` would meet too; nothing where it concerns that row alone. */
  after(row: TransferRow, fault: Fault): void {
    if (!concernsAll(fault)) return;
    if (fault.kind === 'between-servers' && row.from !== null) this.#hold(between(row.from.sessionId, row.sessionId));
    else this.#hold(fault.kind === 'local-file' ? DOWNLOADS : uploadsOf(row.sessionId));
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
    for (const row of this.#table.known()) {
      if (row.state !== 'waiting' || !this.holds(row, row.sessionId)) continue;
      if (row.pause !== null) clearTimeout(row.pause);
      row.pause = null;
      this.#table.setState(row, 'paused');
    }
    this.#bulk.each(inStates(['waiting']), (row) => {
      if (row.pause === null && this.holds(row, row.sessionId)) this.#table.setState(row, 'paused');
    });
  }
}
