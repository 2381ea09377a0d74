import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Direction, TransferId } from '#shared/model/transfer.ts';
import type { PendingFolder } from '../rows/pending-folder.ts';
import type { NewRow, TransferRow } from '../rows/transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/** Rows looked at together. */
const PAGE = 500;

/**
 * What an earlier run of the program has found in folders that it had not read to the end: those are read again, and what
 * is in the queue already, perhaps even moved, is not to be there twice.
 */
export class FoundBefore {
  readonly #table: TransferTable;
  readonly #last: TransferId;
  readonly #found = new WeakMap<TransferRow, ReadonlySet<string>>();

  /** @param table as the earlier run has left it */
  constructor(table: TransferTable) {
    this.#table = table;
    this.#last = table.lastId;
  }

  has({ root, ...fresh }: NewRow): boolean {
    if (root === undefined || root.id > this.#last) return false;
    const found = this.#found.get(root) ?? this.#lookUp(root);
    this.#found.set(root, found);
    return found.has(keyOf(fresh));
  }

  /**
   * A folder is kept as read only behind all that was found in it. So those rows are the newest ones, up to the first that
   * lies in none of the folders still to be read.
   */
  #lookUp({ id, direction, pending }: TransferRow): ReadonlySet<string> {
    const found = new Set<string>();
    for (let before = this.#last + 1; ; ) {
      const rows = this.#table.store.newestIn(id, before, PAGE);
      for (const row of rows) {
        if (pending !== null && !pending.some((folder) => isIn(sourceOf(direction, folder), sourceOf(direction, row))))
          return found;
        found.add(keyOf(row));
        before = row.id;
      }
      if (rows.length < PAGE) return found;
    }
  }
}

type Places = Pick<PendingFolder, 'localPath' | 'remotePath'> & {
  readonly from?: Pathname | { readonly path: Pathname } | null;
};

/** Where it comes from, which no answer to a question changes. */
const sourceOf = (direction: Direction, { localPath, remotePath, from }: Places): string => {
  if (direction === 'download') return remotePath;
  if (direction === 'upload') return localPath;
  return (typeof from === 'object' ? from?.path : from) ?? '';
};

/** Rows that only tell why an entry was left out have the path of its folder. */
const keyOf = (row: Places & Pick<NewRow, 'direction' | 'name' | 'refusal'>): string =>
  JSON.stringify([sourceOf(row.direction, row), row.refusal ? row.name : null]);

const isIn = (folder: string, path: string): boolean =>
  path === folder || (path.startsWith(folder) && (/[/\\]$/.test(folder) || /[/\\]/.test(path.charAt(folder.length))));
