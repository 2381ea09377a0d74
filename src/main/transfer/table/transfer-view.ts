import type { Fault } from '#shared/fault.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { TransferSummary, TransferView, WaitsFor, WhenDone } from '#shared/model/transfer.ts';
import { readableFault } from '../../session/names/readable-fault.ts';
import type { AccountKey } from '../batches/accounts.ts';
import { priorityOf } from '../kept/rank.ts';
import type { FolderTally } from '../kept/tally.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import type { Progress } from './progress.ts';
import type { TransferTable } from './transfer-table.ts';

/** What a view tells that its row does not know. */
export interface ViewFacts {
  /** The session that an account's transfers go over; null while nobody is connected. */
  readonly sessionOf: (account: AccountKey) => SessionId | null;
  readonly folder: (row: TransferRow) => Readonly<FolderTally>;
  /** Why an account could not be connected to for its transfers; null where nobody tried, or it is. */
  readonly faultOf: (account: AccountKey) => Fault | null;
  /** Whether nobody has asked yet to go on with what an earlier run of the program left of an account. */
  readonly isDormant: (account: AccountKey) => boolean;
}

/** A row as the window sees it. */
export const toView = (row: TransferRow, facts: ViewFacts): TransferView => {
  const { sessionOf, folder, faultOf } = facts;
  const { from } = row;
  const waits = waitsFor(row, facts);
  const there = row.batch.names.read(row.remotePath);
  const fault = row.fault ?? (waits === 'connection' ? faultOf(row.sessionId) : null);
  const meter = row.state === 'active' ? row.run?.meter : undefined;
  const inside = row.kind === 'folder' ? folder(row) : null;
  const size = inside ? inside.size : row.size;
  const transferred = inside ? inside.transferred : row.transferred;
  return {
    id: row.id,
    sessionId: sessionOf(from?.sessionId ?? row.sessionId) ?? '',
    siteTitle: from?.siteTitle ?? row.siteTitle,
    direction: row.direction,
    kind: row.kind,
    state: row.state,
    name: displayName(row.name),
    localPath: from === null ? row.localPath : null,
    remotePath: from === null ? there : from.names.read(from.path),
    target: from && { sessionId: sessionOf(row.sessionId) ?? '', siteTitle: row.siteTitle, path: there },
    size,
    transferred,
    folder: inside && { files: inside.files, finished: inside.finished, failed: inside.failed },
    priority: priorityOf(row.rank),
    waitsFor: waits,
    addedMs: row.addedMs,
    startsMs: row.startsMs,
    retriesMs: row.state === 'waiting' ? row.retriesMs : null,
    finishedMs: row.finishedMs,
    tries: row.tries.used,
    connections: row.run?.connections ?? 0,
    verifiedBy: row.verifiedBy,
    rate: Math.round(meter?.rate ?? 0),
    remainingMs: (size !== null && meter?.remainingMs(size - transferred)) || null,
    fault: fault && readableFault(fault, row.batch.names),
  };
};

const waitsFor = (row: TransferRow, { sessionOf, isDormant }: ViewFacts): WaitsFor | null => {
  if (row.state !== 'waiting') return null;
  if (row.startsMs !== null && row.startsMs > Date.now()) return 'time';
  if (row.retriesMs !== null) return 'retry';
  const connected = sessionOf(row.sessionId) !== null && (row.from === null || sessionOf(row.from.sessionId) !== null);
  if (!connected) return 'connection';
  return isDormant(row.sessionId) ? 'request' : null;
};

/** The queue in numbers. */
export const toSummary = (
  { counts: { tally }, version }: TransferTable,
  progress: Progress,
  whenDone: WhenDone,
): TransferSummary => ({
  version,
  count: tally.total,
  counts: { ...tally.counts },
  totalBytes: tally.totalBytes,
  transferredBytes: tally.transferredBytes,
  rate: Math.round(progress.rate),
  remainingMs: progress.remainingMs,
  rates: progress.rates,
  whenDone,
});
