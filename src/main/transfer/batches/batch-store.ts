import type { DatabaseSync } from 'node:sqlite';
import { DEFAULT_TRANSFER_CHOICE, type TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import { type ConnectionSettings, DEFAULT_CONNECTION } from '#shared/model/connection.ts';

/** Whom transfers are made with: a saved site, or a login that was not saved. */
export interface KeptAccount {
  readonly id: number;
  /** What makes it the same the next time. */
  readonly identity: string;
  readonly siteId: string | null;
  readonly title: string;
  readonly settings: ConnectionSettings;
}

export interface KeptBatch {
  readonly id: number;
  readonly accountId: number;
  readonly choice: TransferChoice;
  readonly remembered: ConflictAction | null;
}

/** As the table has them. */
interface AccountRecord {
  readonly account_id: number;
  readonly identity: string;
  readonly site_id: string | null;
  readonly title: string;
  readonly settings: string;
}

interface BatchRecord {
  readonly batch_id: number;
  readonly account_id: number;
  readonly choice: string;
  readonly remembered: string | null;
}

/**
 * The accounts and batches that rows of the queue belong to, in `longshore.db`. What is read was written here, by this
 * version or one before, and is not checked again: the command line would have to load zod for it.
 */
export class BatchStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  accounts(): readonly KeptAccount[] {
    return this.#database.prepare('SELECT * FROM transfer_account').all().map(toAccount);
  }

  /** The account of this identity as it now is: with the settings and the title it was last connected with. */
  account({ identity, siteId, title, settings }: Omit<KeptAccount, 'id'>): KeptAccount {
    const sql = `INSERT INTO transfer_account (identity, site_id, title, settings) VALUES (?, ?, ?, ?)
      ON CONFLICT (identity) DO UPDATE SET title = excluded.title, settings = excluded.settings RETURNING *`;
    return toAccount(this.#database.prepare(sql).get(identity, siteId, title, JSON.stringify(settings)));
  }

  addBatch(accountId: number, choice: TransferChoice): number {
    const sql = 'INSERT INTO transfer_batch (account_id, choice) VALUES (?, ?)';
    return Number(this.#database.prepare(sql).run(accountId, JSON.stringify(choice)).lastInsertRowid);
  }

  batch(id: number): KeptBatch | undefined {
    const found = this.#database.prepare('SELECT * FROM transfer_batch WHERE batch_id = ?').get(id);
    if (!found) return undefined;
    // All columns of the table, which the types of node:sqlite cannot know.
    const { batch_id, account_id, choice, remembered } = found as unknown as BatchRecord;
    return {
      id: batch_id,
      accountId: account_id,
      choice: { ...DEFAULT_TRANSFER_CHOICE, ...(JSON.parse(choice) as Partial<TransferChoice>) },
      remembered: remembered as ConflictAction | null,
    };
  }

  remember(batchId: number, action: ConflictAction | null): void {
    this.#database.prepare('UPDATE transfer_batch SET remembered = ? WHERE batch_id = ?').run(action, batchId);
  }

  /** Forgets batches and accounts that no row belongs to any more. */
  tidy(): void {
    this.#database.exec(`
      DELETE FROM transfer_batch WHERE batch_id NOT IN (SELECT batch_id FROM transfer);
      DELETE FROM transfer_account WHERE account_id NOT IN (SELECT account_id FROM transfer_batch)
        AND NOT EXISTS (SELECT 1 FROM transfer WHERE direction = 2);
    `);
  }
}

const toAccount = (record: unknown): KeptAccount => {
  const { account_id, identity, site_id, title, settings } = record as AccountRecord;
  return {
    id: account_id,
    identity,
    siteId: site_id,
    title,
    // An account of an earlier version lacks what came since.
    settings: { ...DEFAULT_CONNECTION, ...(JSON.parse(settings) as ConnectionSettings) },
  };
};
