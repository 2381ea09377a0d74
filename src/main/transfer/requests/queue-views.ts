import type { SessionId } from '#shared/model/session.ts';
import type { TransferQuery, TransferView } from '#shared/model/transfer.ts';
import type { AccountKey, Accounts } from '../batches/accounts.ts';
import type { FindIds } from '../kept/find-ids.ts';
import { idsSql } from '../kept/query-sql.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import type { TransferTable } from '../table/transfer-table.ts';
import { toView, type ViewFacts } from '../table/transfer-view.ts';
import type { TransferPage, TransferQueue } from './transfer-queue.ts';

/** Milliseconds for which what was found stays as it is: a view that changes under the eyes cannot be read. */
const FOUND_STAYS = 1_000;

/** Rows that are read in one turn where all are wanted. */
const AT_ONCE = 1_000;

interface Found {
  readonly key: string;
  readonly version: number;
  readonly at: number;
  readonly ids: Promise<Float64Array>;
}

/** What the window sees of the rows. */
export class QueueViews {
  readonly #table: TransferTable;
  readonly #facts: ViewFacts;
  readonly #findIds: FindIds;
  #found: Found | null = null;

  constructor({
    table,
    accounts,
    findIds,
    faultOf,
    isDormant,
  }: {
    readonly table: TransferTable;
    readonly accounts: Accounts;
    readonly findIds: FindIds;
    readonly faultOf: ViewFacts['faultOf'];
    readonly isDormant: ViewFacts['isDormant'];
  }) {
    this.#table = table;
    this.#findIds = findIds;
    this.#facts = {
      sessionOf: (account) => sessionOf(accounts, account),
      folder: (row) => table.folder(row),
      faultOf,
      isDormant,
    };
  }

  of(row: TransferRow): TransferView {
    return toView(row, this.#facts);
  }

  read(list: Parameters<TransferQueue['read']>[0], offset: number, count: number): TransferPage {
    const { version, counts } = this.#table;
    const rows = this.#table.page(list, offset, count);
    return { version, total: counts.blocks.total(list), rows: rows.map((row) => this.of(row)) };
  }

  async search(query: TransferQuery, offset: number, count: number): Promise<TransferPage> {
    const { version } = this.#table;
    const ids = await this.#idsOf(query);
    return { version, total: ids.length, rows: this.#viewsOf(ids.subarray(offset, offset + count)) };
  }

  /** See `TransferQueue.rowsOf`. */
  async *rowsOf(query: TransferQuery): AsyncGenerator<readonly TransferView[], void, void> {
    this.#table.flush();
    const ids = await this.#findIds(idsSql(query));
    for (let offset = 0; offset < ids.length; offset += AT_ONCE)
      yield this.#viewsOf(ids.subarray(offset, offset + AT_ONCE));
  }

  #viewsOf(ids: Float64Array): readonly TransferView[] {
    const views: TransferView[] = [];
    for (const id of ids) {
      const row = this.#table.get(id);
      // One that was taken out meanwhile is still in what was found.
      if (row) views.push(this.of(row));
    }
    return views;
  }

  #idsOf(query: TransferQuery): Promise<Float64Array> {
    const key = JSON.stringify(query);
    const { version } = this.#table;
    const now = performance.now();
    const found = this.#found;
    if (found?.key === key && (found.version === version || now - found.at < FOUND_STAYS)) return found.ids;
    this.#table.flush();
    const ids = this.#findIds(idsSql(query));
    this.#found = { key, version, at: now, ids };
    return ids;
  }
}

const sessionOf = (accounts: Accounts, account: AccountKey): SessionId | null => accounts.get(account)?.id ?? null;
