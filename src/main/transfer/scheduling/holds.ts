import type { Fault } from '#shared/fault.ts';
import type { Direction } from '#shared/model/transfer.ts';
import type { AccountKey } from '../batches/accounts.ts';
import { both, type Where } from '../kept/row-store.ts';
import { directionNumber } from '../kept/state-number.ts';
import type { NewRow, TransferRow } from '../rows/transfer-row.ts';
import type { BulkChanges } from '../table/bulk-changes.ts';
import type { TransferTable } from '../table/transfer-table.ts';
import { concernsAll } from './retry.ts';

/** Transfers that one fault keeps from going on: a name to know them by, and what is true of their rows in the store. */
interface Held {
  readonly name: string;
  readonly where: Where;
}

const inDirection = (direction: Direction): Where => ({ sql: 'direction = ?', values: [directionNumber(direction)] });
const ofAccount = (account: AccountKey): Where => ({ sql: 'account_id = ?', values: [Number(account)] });
/** Only rows between servers come from an account. */
const fromAccount = (account: AccountKey): Where => ({
  sql: `direction = ? AND json_extract(rest, '$.from.account') = ?`,
  values: [directionNumber('between'), account],
});

const DOWNLOADS: Held = { name: 'downloads', where: inDirection('download') };

const uploadsOf = (account: AccountKey): Held => ({
  name: `uploads ${account}`,
  where: both(ofAccount(account), { sql: 'direction <> ?', values: [directionNumber('download')] }),
});

const between = (source: AccountKey, target: AccountKey): Held => ({
  name: `between ${source} ${target}`,
  where: both(ofAccount(target), fromAccount(source)),
});

const everythingOf = (account: AccountKey): Held => ({
  name: `account ${account}`,
  where: {
    sql: `${ofAccount(account).sql} OR (${fromAccount(account).sql})`,
    values: [...ofAccount(account).values, ...fromAccount(account).values],
  },
});

/**
 * What one fault keeps from going on for all: no room left on the disk or the server, a site that cannot be reached.
 * The one transfer shows the fault and the others are paused, instead of failing a thousand one after another. None of
 * them is begun from that moment on, however long it takes to pause a million.
 */
export class Holds {
  readonly #table: TransferTable;
  readonly #bulk: BulkChanges;
  readonly #held = new Set<string>();

  constructor(table: TransferTable, bulk: BulkChanges) {
    this.#table = table;
    this.#bulk = bulk;
  }

  /** Whether a row that waits, or that a folder adds now, must wait for the person. */
  holds({ direction, from }: Pick<NewRow, 'direction' | 'from'>, account: AccountKey): boolean {
    if (this.#held.size === 0) return false;
    const all = [direction === 'download' ? DOWNLOADS : uploadsOf(account), everythingOf(account)];
    if (from) all.push(everythingOf(from.sessionId), between(from.sessionId, account));
    return all.some(({ name }) => this.#held.has(name));
  }

  /** Pauses what the fault of `row` would meet too; nothing where it concerns that row alone. */
  after(row: TransferRow, fault: Fault): void {
    if (!concernsAll(fault)) return;
    if (fault.kind === 'between-servers' && row.from !== null) this.#hold(between(row.from.sessionId, row.sessionId));
    else this.#hold(fault.kind === 'local-file' ? DOWNLOADS : uploadsOf(row.sessionId));
  }

  /** Pauses everything of a site that could not be reached. */
  site(account: AccountKey): void {
    this.#hold(everythingOf(account));
  }

  /** The person wants transfers to go on. */
  lift(): void {
    this.#held.clear();
  }

  #hold({ name, where }: Held): void {
    this.#held.add(name);
    for (const row of this.#table.known()) {
      if (row.state !== 'waiting' || !this.holds(row, row.sessionId)) continue;
      if (row.pause !== null) clearTimeout(row.pause);
      Object.assign(row, { pause: null, retriesMs: null });
      this.#table.setState(row, 'paused');
    }
    this.#bulk.change(where, ['waiting'], 'paused');
  }
}
