import type { Fault } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { PendingFolder } from '../rows/pending-folder.ts';
import type { BetweenSource, Leftover, SourceFacts, TransferRow } from '../rows/transfer-row.ts';
import { keepText, readText } from './kept-text.ts';
import { directionNumber, directionOf, stateNumber, stateOf } from './state-number.ts';

/** A row of the table `transfer`, column by column. */
export interface RowRecord {
  readonly transfer_id: number;
  readonly batch_id: number;
  readonly account_id: number;
  readonly root_id: number | null;
  readonly state: number;
  readonly rank: number;
  readonly direction: number;
  readonly kind: number;
  readonly name: string;
  readonly local_path: string;
  readonly remote_path: string;
  readonly size: number | null;
  readonly transferred: number;
  readonly added_ms: number;
  readonly starts_ms: number | null;
  readonly finished_ms: number | null;
  readonly rest: string;
}

/** What only this row needs and nobody asks of many rows at once. What is as in a new row is left out. */
interface Rest {
  readonly source: SourceFacts;
  readonly from?: { readonly account: string; readonly path: Pathname; readonly allowClear: boolean };
  readonly fault?: Fault;
  readonly refusal?: Fault;
  readonly decision?: NonNullable<TransferRow['decision']>;
  readonly leftover?: Leftover;
  readonly pending?: readonly PendingFolder[];
  readonly tries?: TransferRow['tries'];
  readonly activeMs?: number;
  readonly verifiedBy?: string;
  readonly inOnePiece?: boolean;
}

/** What a row is besides its columns: everything that goes with it to the next run of the program. */
export type KeptRow = Omit<TransferRow, 'batch' | 'siteTitle' | 'from' | 'pause' | 'retriesMs' | 'run' | 'question'> & {
  readonly batchId: number;
  readonly from: Pick<BetweenSource, 'sessionId' | 'path' | 'allowClear'> | null;
};

export const toRecord = (row: TransferRow): RowRecord => ({
  transfer_id: row.id,
  batch_id: row.batch.id,
  account_id: Number(row.sessionId),
  root_id: row.rootId,
  state: stateNumber(row.state),
  rank: row.rank,
  direction: directionNumber(row.direction),
  kind: row.kind === 'folder' ? 1 : 0,
  name: keepText(row.name),
  local_path: keepText(row.localPath),
  remote_path: keepText(row.remotePath),
  size: row.size,
  transferred: row.transferred,
  added_ms: row.addedMs,
  starts_ms: row.startsMs,
  finished_ms: row.finishedMs,
  rest: JSON.stringify(restOf(row)),
});

const restOf = (row: TransferRow): Rest => ({
  source: row.source,
  ...(row.from && { from: { account: row.from.sessionId, path: row.from.path, allowClear: row.from.allowClear } }),
  ...(row.fault && { fault: row.fault }),
  ...(row.refusal && { refusal: row.refusal }),
  ...(row.decision && { decision: row.decision }),
  ...(row.leftover && { leftover: row.leftover }),
  ...(row.pending && { pending: row.pending }),
  ...((row.tries.used > 0 || row.tries.furthest > 0) && { tries: row.tries }),
  ...(row.activeMs > 0 && { activeMs: Math.round(row.activeMs) }),
  ...(row.verifiedBy !== null && { verifiedBy: row.verifiedBy }),
  ...(row.inOnePiece && { inOnePiece: true }),
});

/** The store is the program's own: what stands in `rest` was written by `toRecord`, of this version or one before. */
export const fromRecord = (record: RowRecord): KeptRow => {
  const rest = JSON.parse(record.rest) as Rest;
  return {
    id: record.transfer_id,
    batchId: record.batch_id,
    sessionId: String(record.account_id),
    rootId: record.root_id,
    state: stateOf(record.state),
    rank: record.rank,
    direction: directionOf(record.direction),
    kind: record.kind === 1 ? 'folder' : 'file',
    name: readText(record.name),
    localPath: readText(record.local_path),
    remotePath: readText(record.remote_path),
    size: record.size,
    transferred: record.transferred,
    addedMs: record.added_ms,
    startsMs: record.starts_ms,
    finishedMs: record.finished_ms,
    source: rest.source,
    from: rest.from ? { sessionId: rest.from.account, path: rest.from.path, allowClear: rest.from.allowClear } : null,
    fault: rest.fault ?? null,
    refusal: rest.refusal ?? null,
    decision: rest.decision ?? null,
    leftover: rest.leftover ?? null,
    pending: rest.pending ? [...rest.pending] : null,
    tries: rest.tries ?? { used: 0, furthest: 0 },
    activeMs: rest.activeMs ?? 0,
    verifiedBy: rest.verifiedBy ?? null,
    inOnePiece: rest.inOnePiece ?? false,
  };
};
