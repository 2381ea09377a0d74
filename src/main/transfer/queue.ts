import { FaultError, isLeft } from '#shared/fault.ts';
import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { SessionId } from '#shared/model/session.ts';
import {
  LIST_OF,
  type TransferId,
  type TransferSelection,
  type TransferState,
  type TransferSummary,
  type WhenDone,
} from '#shared/model/transfer.ts';
import { nameFoldingOf } from '../local/name-folding.ts';
import { type Batch, createBatch } from './batch.ts';
import { findTransfers } from './find-transfers.ts';
import { FolderChanges } from './folder-changes.ts';
import { Holds } from './holds.ts';
import type { JobQueue } from './job.ts';
import { newBetween, newDownload, newDropped, newUpload } from './new-rows.ts';
import { PartOwners } from './part-owners.ts';
import { Progress } from './progress.ts';
import { fixedPauses, growingPauses } from './retry.ts';
import { RowWork } from './row-work.ts';
import { Scheduler } from './scheduler.ts';
import { StartTimer } from './start-timer.ts';
import type { TransferDependencies, TransferQueue } from './transfer-queue.ts';
import type { Ending, NewRow, TransferRow } from './transfer-row.ts';
import { isUnfinished, TransferTable } from './transfer-table.ts';
import { toSummary, toView } from './transfer-view.ts';

/** Milliseconds in which changes are joined into one. */
const CHANGE_INTERVAL = 50;

const CLEARED_WITH_ALL: ReadonlySet<TransferState> = new Set(['done', 'skipped', 'cancelled']);

const RETRIED_WITH_ALL: ReadonlySet<TransferState> = new Set(['failed', 'unknown']);
const RETRIED: ReadonlySet<TransferState> = new Set([...RETRIED_WITH_ALL, 'skipped', 'cancelled']);

/** The transfer queue. It is kept in memory: `stop` removes the part files of what is not finished. */
export const createTransferQueue = (dependencies: TransferDependencies): TransferQueue => {
  const listeners = new Set<(summary: TransferSummary) => void>();
  let announcement: NodeJS.Timeout | null = null;
  let stopped = false;
  let whenDone: WhenDone = 'nothing';
  const announce = (): void => {
    if (stopped) return;
    announcement ??= setTimeout(() => {
      announcement = null;
      const summary = toSummary(table, progress, whenDone);
      for (const listener of listeners) listener(summary);
    }, CHANGE_INTERVAL);
  };

  const plan = dependencies.retryPauses ? fixedPauses(dependencies.retryPauses) : growingPauses();
  const table = new TransferTable(announce, (row) => dependencies.onFinished?.(toView(row), row.activeMs));
  const progress = new Progress(table);
  const holds = new Holds(table);
  const parts = new PartOwners();
  const folders = new FolderChanges();
  const queue: JobQueue = {
    add: (row) => {
      const held = row.state === undefined && holds.holds(row, row.batch.sessionId);
      table.add(held ? { ...row, state: 'paused' } : row);
      scheduler.wake(row.batch.sessionId);
    },
    setSize: (row, size) => table.setSize(row, size),
    setTransferred: (row, bytes) => table.setTransferred(row, bytes),
    conflictRules: (session) => {
      const view = session.view();
      const ofSite = dependencies.siteRules?.of(view) ?? view.settings.transferPolicy.conflictRules;
      return [...ofSite, ...dependencies.preferences().conflictRules];
    },
    claimPart: (row) => parts.claim(row),
    paceOf: ({ direction }, session) => {
      if (direction === 'between') return null;
      return dependencies.pacing?.paceOf(direction === 'download' ? 'down' : 'up', session.view()) ?? null;
    },
    localFolderChanged: (path) => folders.changed(null, path),
    remoteFolderChanged: (session, path) => {
      session.forget(path);
      folders.changed(session.id, path);
    },
  };
  const wake = (sessionId: SessionId): void => scheduler.wake(sessionId);
  const work = new RowWork({ dependencies, table, holds, plan, wake });
  const scheduler = new Scheduler({ dependencies, table, progress, queue, work, parts, plan });
  const starts = new StartTimer({
    earliest: (after) => table.earliestStart(after),
    due: () => {
      table.readAgain();
      scheduler.wakeAll();
    },
  });

  const batchFor = (sessionId: SessionId, choice: TransferChoice | null | undefined): Batch => {
    const session = dependencies.sessions.get(sessionId);
    if (!session || stopped) {
      throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-connected', detail: sessionId });
    }
    const { title, settings } = session.view();
    const server = `${settings.host.toLowerCase()}:${settings.port}`;
    const { names } = session;
    const foldingOf = dependencies.foldingOf ?? nameFoldingOf;
    return createBatch({ sessionId, siteTitle: title, server, names, choice: choice ?? settings.transfer }, foldingOf);
  };
  const addRows = (rows: readonly NewRow[], sessionId: SessionId): readonly TransferId[] => {
    holds.lift();
    const ids = rows.map((row) => table.add(row).id);
    scheduler.wake(sessionId);
    return ids;
  };
  const selected = (ids: TransferSelection): readonly TransferRow[] => {
    if (ids === 'all') return [...table.rows];
    if ('query' in ids) return findTransfers(table.rows, ids.query);
    if ('siteOf' in ids) {
      const site = table.get(ids.siteOf)?.sessionId;
      return table.rows.filter((row) => row.sessionId === site);
    }
    return ids.map((id) => table.get(id)).filter((row) => row !== undefined);
  };
  const wakeAll = (rows: readonly TransferRow[]): void => {
    for (const sessionId of new Set(rows.map((row) => row.sessionId))) scheduler.wake(sessionId);
  };
  const abort = (row: TransferRow, ending: Ending): void => {
    if (!row.run) return;
    row.run.ending = ending;
    row.run.abort.abort();
  };

  return {
    addDownloads: ({ sessionId, from, to, items, transfer }) => {
      const batch = batchFor(sessionId, transfer);
      return addRows(
        items.map((item) => newDownload(batch, from, to, item)),
        sessionId,
      );
    },
    addUploads: ({ sessionId, from, to, items, transfer }) => {
      const batch = batchFor(sessionId, transfer);
      return addRows(
        items.map((item) => newUpload(batch, from, to, item)),
        sessionId,
      );
    },
    addBetween: ({ fromSession, from, toSession, to, items, transfer, allowClear = false }) => {
      const { sessionId, siteTitle, names } = batchFor(fromSession, transfer);
      const source = { sessionId, siteTitle, names, path: from, allowClear };
      const batch = batchFor(toSession, transfer);
      return addRows(
        items.map((item) => newBetween(batch, source, to, item)),
        toSession,
      );
    },
    addDropped: async ({ sessionId, paths, to, transfer }) => {
      const batch = batchFor(sessionId, transfer);
      const rows: NewRow[] = [];
      for (const path of paths) rows.push(await newDropped(batch, path, to));
      return addRows(rows, sessionId);
    },
    read: (list, offset, count) => {
      const rows = list === 'all' ? table.rows : table.rows.filter((row) => LIST_OF[row.state] === list);
      return { version: table.version, total: rows.length, rows: rows.slice(offset, offset + count).map(toView) };
    },
    search: async (query, offset, count) => {
      const rows = findTransfers(table.rows, query);
      return { version: table.version, total: rows.length, rows: rows.slice(offset, offset + count).map(toView) };
    },
    summary: () => toSummary(table, progress, whenDone),
    pause: (ids) => {
      for (const row of selected(ids)) {
        if (row.state === 'active') abort(row, 'paused');
        else if (row.state === 'waiting' || row.state === 'asking') {
          work.release(row);
          table.setState(row, 'paused');
        }
      }
    },
    resume: (ids) => {
      holds.lift();
      const rows = selected(ids).filter((row) => row.state === 'paused' || row.pause !== null);
      for (const row of rows) {
        work.release(row);
        table.setState(row, 'waiting');
      }
      wakeAll(rows);
    },
    cancel: (ids) => {
      for (const row of selected(ids)) {
        if (row.state === 'active') abort(row, 'cancelled');
        else if (isUnfinished(row)) {
          work.release(row);
          table.setState(row, 'cancelled');
          if (row.leftover !== null) void work.discard(row);
        }
      }
    },
    retry: (ids, { allowClear } = { allowClear: false }) => {
      holds.lift();
      const again = ids === 'all' ? RETRIED_WITH_ALL : RETRIED;
      const rows = selected(ids).filter((row) => again.has(row.state));
      for (const row of rows) {
        if (row.state === 'skipped') row.batch.remembered = null;
        // Nobody can say what became of it, so it is not gone on with.
        if (row.state === 'unknown') row.leftover = null;
        if (allowClear && row.from !== null) row.from = { ...row.from, allowClear };
        // What a rule or an answer for all has left is for the person to decide now.
        row.decision = row.fault !== null && isLeft(row.fault) ? { action: 'ask', newName: null } : null;
        Object.assign(row, { fault: null, tries: { used: 0, furthest: 0 } });
        table.setState(row, 'waiting');
      }
      wakeAll(rows);
    },
    clear: (ids) => {
      const chosen = new Set(
        selected(ids).filter((row) => (ids === 'all' ? CLEARED_WITH_ALL.has(row.state) : !isUnfinished(row))),
      );
      for (const row of chosen) if (row.leftover !== null) void work.discard(row);
      table.remove((row) => chosen.has(row));
    },
    move: (ids, before) => {
      const target = before === null ? undefined : table.get(before);
      table.move(selected(ids), target);
      wakeAll(table.rows);
    },
    prioritize: (ids, priority) => {
      const rows = selected(ids);
      for (const row of rows) row.priority = priority;
      table.order();
      wakeAll(rows);
    },
    schedule: (ids, startsMs) => {
      const rows = selected(ids);
      for (const row of rows) {
        row.startsMs = startsMs;
        if (startsMs !== null && startsMs > Date.now()) abort(row, 'interrupted');
      }
      table.readAgain();
      starts.look();
      wakeAll(rows);
    },
    setWhenDone: (chosen) => {
      whenDone = chosen;
      table.touch();
    },
    rates: () => progress.history(),
    sessionConnected: (sessionId) => {
      holds.lift();
      scheduler.connected(sessionId);
    },
    interrupt: () => scheduler.interrupt(),
    goOn: () => {
      scheduler.goOn();
      starts.look();
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFolderChanged: (listener) => folders.listen(listener),
    stop: async () => {
      stopped = true;
      for (const row of table.rows) {
        abort(row, 'stopped');
        work.release(row);
      }
      starts.stop();
      await scheduler.stop();
      await Promise.all(table.rows.filter((row) => row.leftover !== null).map((row) => work.discard(row)));
      progress.stop();
      if (announcement !== null) clearTimeout(announcement);
      listeners.clear();
      folders.stop();
    },
  };
};
