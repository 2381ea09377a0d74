import { dirname } from 'node:path';
import { parentPathname } from '#shared/ftp/pathname.ts';
import { LIST_OF, type TransferState } from '#shared/model/transfer.ts';
import { countedOfGroup } from './bulk-changes.ts';
import { BLOCK } from './kept/list-blocks.ts';
import type { KeptRow } from './kept/row-record.ts';
import { both, EVERYTHING, inStates } from './kept/row-store.ts';
import { remotePartPath } from './store-file.ts';
import type { TransferRow } from './transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/** Ids counted in one turn. */
const SLICE = 4_000;

/** What something was under way with when the last run of the program ended. */
const INTERRUPTED: readonly TransferState[] = ['active', 'asking'];

/** Rows of which some may have been added just before the program ended without its folder knowing. */
const LOOKED_BACK = 200_000;

/**
 * Takes over what an earlier run of the program left: counts it, and has wait again what was under way.
 * @param counted told after each slice, as a million rows take a while
 */
export const loadQueue = async (table: TransferTable, counted: () => void): Promise<void> => {
  const { lastId } = table;
  for (let first = 1; first <= lastId; first += SLICE) {
    for (const group of table.store.groups(first, Math.min(first + SLICE - 1, lastId), BLOCK, EVERYTHING)) {
      const entry = countedOfGroup(group);
      table.count(entry, 1);
      table.blocks.change(group.block, LIST_OF[entry.state], group.count);
    }
    counted();
    if (first + SLICE <= lastId) await new Promise((resolve) => setImmediate(resolve));
  }
  const interrupted = both(inStates(INTERRUPTED), { sql: 'transfer_id <= ?', values: [lastId] });
  for (const id of table.store.ids(interrupted, 0, LOOKED_BACK)) {
    const row = table.get(id);
    if (row) takeUp(table, row);
  }
};

/** What may lie half done is known by where it would be, although the end came before it could be told. */
const takeUp = (table: TransferTable, row: TransferRow): void => {
  if (row.kind === 'folder') forgetHalfRead(table, row);
  else if (row.leftover === null && row.state === 'active') {
    row.leftover =
      row.direction === 'download'
        ? {
            kind: 'download',
            at: null,
            further: [],
            sourceSize: null,
            sourceModifiedMs: null,
            isWhole: false,
            placing: null,
          }
        : {
            kind: 'upload',
            remotePath: remotePartPath(row.remotePath),
            sourceSize: -1,
            sourceModifiedMs: null,
            at: null,
            removable: true,
            allSent: false,
            sizeProves: false,
            atTarget: 'nothing',
          };
  }
  table.setState(row, 'waiting');
};

/** A folder that was being read is read again: what was added of it already would be there twice. */
const forgetHalfRead = (table: TransferTable, { id, pending, direction }: TransferRow): void => {
  if (pending === null) return;
  const folderOf = (row: KeptRow): string =>
    direction === 'download' ? dirname(row.localPath) : parentPathname(row.remotePath);
  const unread = new Set(
    pending.map(({ localPath, remotePath }) => (direction === 'download' ? localPath : remotePath)),
  );
  const twice = table.store
    .newestIn(id, LOOKED_BACK)
    .filter((row) => row.state === 'waiting' && unread.has(folderOf(row)));
  table.remove(table.hold(twice));
};
