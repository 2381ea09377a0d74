import { displayName } from '#shared/ftp/pathname.ts';
import type { TransferSummary, TransferView, WaitsFor, WhenDone } from '#shared/model/transfer.ts';
import { readableFault } from '../session/names/readable-fault.ts';
import type { Progress } from './progress.ts';
import type { TransferRow } from './transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/** A row as the window sees it. */
export const toView = (row: TransferRow): TransferView => {
  const { from } = row;
  const there = row.batch.names.read(row.remotePath);
  const meter = row.state === 'active' ? row.run?.meter : undefined;
  return {
    id: row.id,
    sessionId: from?.sessionId ?? row.sessionId,
    siteTitle: from?.siteTitle ?? row.siteTitle,
    direction: row.direction,
    kind: row.kind,
    state: row.state,
    name: displayName(row.name),
    localPath: from === null ? row.localPath : null,
    remotePath: from === null ? there : from.names.read(from.path),
    target: from && { sessionId: row.sessionId, siteTitle: row.siteTitle, path: there },
    size: row.size,
    transferred: row.transferred,
    folder: row.kind === 'folder' ? { files: 0, finished: 0, failed: 0 } : null,
    priority: row.priority,
    waitsFor: waitsFor(row),
    addedMs: row.addedMs,
    startsMs: row.startsMs,
    retriesMs: row.state === 'waiting' ? row.retriesMs : null,
    finishedMs: row.finishedMs,
    tries: row.tries.used,
    connections: row.run?.connections ?? 0,
    verifiedBy: row.verifiedBy,
    rate: Math.round(meter?.rate ?? 0),
    remainingMs: (row.size !== null && meter?.remainingMs(row.size - row.transferred)) || null,
    fault: row.fault && readableFault(row.fault, row.batch.names),
  };
};

const waitsFor = ({ state, retriesMs, startsMs }: TransferRow): WaitsFor | null => {
  if (state !== 'waiting') return null;
  if (startsMs !== null && startsMs > Date.now()) return 'time';
  return retriesMs === null ? null : 'retry';
};

/** The queue in numbers. */
export const toSummary = (table: TransferTable, progress: Progress, whenDone: WhenDone): TransferSummary => ({
  version: table.version,
  count: table.count,
  counts: { ...table.counts },
  totalBytes: table.totalBytes,
  transferredBytes: table.transferredBytes,
  rate: Math.round(progress.rate),
  remainingMs: progress.remainingMs,
  rates: progress.rates,
  whenDone,
});
