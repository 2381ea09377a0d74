import { GOING_STATES, LIST_OF, NO_TRANSFERS, type TransferState } from '#shared/model/transfer.ts';

/** What is counted of a row, or of several that have all this in common. */
export interface Counted {
  readonly account: string;
  readonly batchId: number;
  readonly rootId: number | null;
  readonly state: TransferState;
  readonly count: number;
  /** Bytes, as far as they are known. */
  readonly size: number;
  readonly transferred: number;
}

/** The files found in one folder and those below. */
export interface FolderTally {
  files: number;
  finished: number;
  failed: number;
  size: number;
  transferred: number;
}

const counts = (state: TransferState): boolean => state !== 'cancelled' && state !== 'skipped';

const GOES: ReadonlySet<TransferState> = new Set(GOING_STATES);

/** Everything that is asked of all rows together, kept up to date at each change: no answer costs more with more rows. */
export class Tally {
  readonly counts: Record<TransferState, number> = { ...NO_TRANSFERS };
  total = 0;
  totalBytes = 0;
  transferredBytes = 0;
  /** Of what moves by itself, or will. */
  bytesToGo = 0;
  readonly #waiting = new Map<string, number>();
  readonly #openInBatch = new Map<number, number>();
  readonly #openOfAccount = new Map<string, number>();
  readonly #folders = new Map<number, FolderTally>();

  /** @param sign 1 where they come, -1 where they go or change */
  count(counted: Counted, sign: 1 | -1): void {
    const { account, batchId, rootId, state, count, size, transferred } = counted;
    this.total += sign * count;
    this.counts[state] += sign * count;
    if (state === 'waiting') add(this.#waiting, account, sign * count);
    if (LIST_OF[state] === 'queue') {
      add(this.#openInBatch, batchId, sign * count);
      add(this.#openOfAccount, account, sign * count);
    }
    if (rootId !== null) this.#countInFolder(rootId, counted, sign);
    if (!counts(state)) return;
    this.totalBytes += sign * size;
    this.transferredBytes += sign * transferred;
    if (GOES.has(state)) this.bytesToGo += sign * (size - transferred);
  }

  /** Rows of an account that wait. */
  waiting(account: string): number {
    return this.#waiting.get(account) ?? 0;
  }

  /** Accounts of which something waits. */
  accountsWaiting(): readonly string[] {
    return [...this.#waiting.keys()];
  }

  /** Rows of an account that are not finished. */
  openOf(account: string): number {
    return this.#openOfAccount.get(account) ?? 0;
  }

  /** Rows of a batch that are not finished. */
  openInBatch(batchId: number): number {
    return this.#openInBatch.get(batchId) ?? 0;
  }

  folder(rootId: number): Readonly<FolderTally> {
    return this.#folders.get(rootId) ?? NOTHING;
  }

  #countInFolder(rootId: number, { state, count, size, transferred }: Counted, sign: 1 | -1): void {
    const folder = this.#folders.get(rootId) ?? { ...NOTHING };
    this.#folders.set(rootId, folder);
    folder.files += sign * count;
    const list = LIST_OF[state];
    if (list === 'finished') folder.finished += sign * count;
    if (list === 'failed') folder.failed += sign * count;
    if (counts(state)) {
      folder.size += sign * size;
      folder.transferred += sign * transferred;
    }
    if (folder.files === 0) this.#folders.delete(rootId);
  }
}

const NOTHING: FolderTally = { files: 0, finished: 0, failed: 0, size: 0, transferred: 0 };

const add = <Key>(to: Map<Key, number>, key: Key, count: number): void => {
  const sum = (to.get(key) ?? 0) + count;
  if (sum === 0) to.delete(key);
  else to.set(key, sum);
};
