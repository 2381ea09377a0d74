import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { AccountKey, Accounts } from '../batches/accounts.ts';
import { type Batch, createBatch } from '../batches/batch.ts';
import type { BatchStore } from '../batches/batch-store.ts';
import type { FindFolding } from '../batches/local-claims.ts';
import type { KeptRow } from '../kept/row-record.ts';
import { type TransferRow, UNTOUCHED } from '../rows/transfer-row.ts';

/** The batches of the queue: those of this run, and those an earlier one left, made anew when a row of theirs is needed. */
export class Batches {
  readonly #store: BatchStore;
  readonly #accounts: Accounts;
  readonly #foldingOf: FindFolding;
  readonly #known = new Map<number, WeakRef<Batch>>();

  constructor(store: BatchStore, accounts: Accounts, foldingOf: FindFolding) {
    this.#store = store;
    this.#accounts = accounts;
    this.#foldingOf = foldingOf;
  }

  /** @param account whom its rows are of; between servers the target */
  add(account: AccountKey, choice: TransferChoice): Batch {
    return this.#make(this.#store.addBatch(Number(account), choice), account, choice, null);
  }

  get(id: number): Batch {
    const known = this.#known.get(id)?.deref();
    if (known) return known;
    const kept = this.#store.batch(id);
    if (!kept) throw new Error(`there is no batch ${id}`);
    return this.#make(id, String(kept.accountId), kept.choice, kept.remembered);
  }

  /** A row as it was kept, with what only this run of the program has. */
  revive({ batchId, from, ...kept }: KeptRow): TransferRow {
    const batch = this.get(batchId);
    return {
      ...kept,
      ...UNTOUCHED,
      batch,
      siteTitle: batch.siteTitle,
      from: from && {
        ...from,
        siteTitle: this.#accounts.title(from.sessionId),
        names: this.#accounts.names(from.sessionId),
      },
    };
  }

  #make(id: number, account: AccountKey, choice: TransferChoice, remembered: Batch['remembered']): Batch {
    const known = this.#accounts.account(account);
    const settings = known?.settings;
    const batch = createBatch(
      {
        id,
        sessionId: account,
        siteTitle: known?.title ?? '',
        server: settings ? `${settings.host.toLowerCase()}:${settings.port}` : account,
        names: this.#accounts.names(account),
        choice,
        remembered,
      },
      this.#foldingOf,
      (action) => this.#store.remember(id, action),
    );
    this.#known.set(id, new WeakRef(batch));
    return batch;
  }
}
