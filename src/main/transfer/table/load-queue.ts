import type { TransferState } from '#shared/model/transfer.ts';
import { BLOCK } from '../kept/list-blocks.ts';
import { both, EVERYTHING, inStates } from '../kept/row-store.ts';
import { partHere, partThere, remotePartPath } from '../rows/new-leftover.ts';
import type { Leftover, TransferRow, UploadLeftover } from '../rows/transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/** Ids counted in one turn. */
const SLICE = 4_000;

/** What something was under way with when the last run of the program ended. */
const INTERRUPTED: readonly TransferState[] = ['active', 'asking'];

/** More than can be under way or asked about. */
const MOST_INTERRUPTED = 200_000;

/**
 * Takes over what an earlier run of the program left: counts it, and has wait again what was under way.
 * @param counted told after each slice, as a million rows take a while
 */
export const loadQueue = async (table: TransferTable, counted: () => void): Promise<void> => {
  const { lastId } = table;
  for (let first = 1; first <= lastId; first += SLICE) {
    for (const group of table.store.groups(first, Math.min(first + SLICE - 1, lastId), BLOCK, EVERYTHING)) {
      table.counts.addGroup(group);
    }
    counted();
    if (first + SLICE <= lastId) await new Promise((resolve) => setImmediate(resolve));
  }
  const interrupted = both(inStates(INTERRUPTED), { sql: 'transfer_id <= ?', values: [lastId] });
  for (const id of table.store.ids(interrupted, 0, MOST_INTERRUPTED)) {
    const row = table.get(id);
    if (row) takeUp(table, row);
  }
};

const takeUp = (table: TransferTable, row: TransferRow): void => {
  if (row.kind === 'file' && row.state === 'active') {
    row.leftover ??= likelyLeftover(row);
    if (row.leftover.kind === 'upload') afterKill(row, row.leftover);
  }
  table.setState(row, 'waiting');
};

/** What may lie half done is known by where it would be, although the end came before it could be told. */
const likelyLeftover = (row: TransferRow): Leftover =>
  row.direction === 'download' ? partHere({}) : partThere(remotePartPath(row.remotePath), { removable: true });

/**
 * Where nothing proves that the file is in its place it is sent again. The file that stood there was to be replaced, so one
 * more time takes nothing away, and nobody watched who would know what became of it.
 */
const afterKill = (row: TransferRow, leftover: UploadLeftover): void => {
  const isDirect = leftover.remotePath === row.remotePath;
  const replaces = isDirect ? !leftover.sizeProves : leftover.atTarget === 'no-proof';
  if (!replaces && leftover.atTarget !== 'nothing') return;
  row.leftover = { ...leftover, sentAgain: true };
  if (replaces) row.decision ??= { action: 'overwrite', newName: null };
};
