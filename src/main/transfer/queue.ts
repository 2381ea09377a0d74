import type { SessionId } from '#shared/model/session.ts';
import { GOING_STATES, type TransferSummary, type WhenDone } from '#shared/model/transfer.ts';
import { nameFoldingOf } from '../local/name-folding.ts';
import { openDatabase } from '../store/database.ts';
import { type AccountKey, Accounts } from './batches/accounts.ts';
import { BatchStore } from './batches/batch-store.ts';
import { DormantAccounts } from './batches/dormant-accounts.ts';
import { createFindIds } from './kept/find-ids.ts';
import { RowStore } from './kept/row-store.ts';
import { stillToDo, WITH_LEFTOVER } from './kept/selection-sql.ts';
import { FolderChanges } from './requests/folder-changes.ts';
import { queueAdditions } from './requests/queue-additions.ts';
import { abort, QueueCommands } from './requests/queue-commands.ts';
import { QueueViews } from './requests/queue-views.ts';
import type { TransferQueue } from './requests/transfer-queue.ts';
import type { JobQueue } from './rows/job.ts';
import { PartOwners } from './rows/part-owners.ts';
import { Holds } from './scheduling/holds.ts';
import { fixedPauses, growingPauses } from './scheduling/retry.ts';
import { RowWork } from './scheduling/row-work.ts';
import { Scheduler } from './scheduling/scheduler.ts';
import { StartTimer } from './scheduling/start-timer.ts';
import type { TransferDependencies } from './scheduling/transfer-dependencies.ts';
import { Batches } from './table/batches.ts';
import { BulkChanges } from './table/bulk-changes.ts';
import { FoldersRead } from './table/folders-read.ts';
import { FoundBefore } from './table/found-before.ts';
import { loadQueue } from './table/load-queue.ts';
import { Progress } from './table/progress.ts';
import { TransferTable } from './table/transfer-table.ts';
import { toSummary } from './table/transfer-view.ts';

/** Milliseconds in which changes are joined into one. */
const CHANGE_INTERVAL = 50;

/**
 * The transfer queue. With a store of the program it is kept there, and `stop` leaves everything as it is for the next run;
 * without one it is in memory, and `stop` removes the part files of what is not finished.
 */
export const createTransferQueue = (given: TransferDependencies): TransferQueue => {
  const kept = given.database !== undefined;
  const database = given.database ?? openDatabase(':memory:');
  const batchStore = new BatchStore(database);
  const accounts = new Accounts(batchStore, given.sessions);
  const dependencies: TransferDependencies = { ...given, sessions: accounts };
  const batches = new Batches(batchStore, accounts, given.foldingOf ?? nameFoldingOf);

  const listeners = new Set<(summary: TransferSummary) => void>();
  let announcement: NodeJS.Timeout | null = null;
  /** Whether it comes at once: one that is put off by each further change would never come. */
  let isHurried = false;
  let stopped = false;
  let whenDone: WhenDone = 'nothing';
  const announceNow = (): void => {
    announcement = null;
    dormant.review();
    const summary = toSummary(table, progress, whenDone);
    for (const listener of listeners) listener(summary);
  };
  const announce = (): void => {
    if (stopped) return;
    // Whoever waits for the end of everything does not wait for more that might change.
    const hurries = isAllOver(table);
    if (announcement !== null && (isHurried || !hurries)) return;
    if (announcement !== null) clearTimeout(announcement);
    isHurried = hurries;
    announcement = setTimeout(announceNow, hurries ? 0 : CHANGE_INTERVAL);
  };

  const plan = given.retryPauses ? fixedPauses(given.retryPauses) : growingPauses();
  const table = new TransferTable({
    store: new RowStore(database),
    outlasts: kept,
    revive: (row) => batches.revive(row),
    changed: announce,
    finished: (row) => {
      given.onFinished?.(views.of(row), row.activeMs);
      if (given.forgetsFinished && row.state !== 'failed' && row.state !== 'unknown') table.drop(row);
    },
  });
  const views = new QueueViews({
    table,
    accounts,
    findIds: given.findIds ?? createFindIds(database),
    faultOf: (account) => dormant.fault(account),
    isDormant: (account) => dormant.has(account),
  });
  const wakeAll = (): void => {
    for (const account of table.counts.tally.accountsWaiting()) wake(account);
  };
  const bulk = new BulkChanges(table, wakeAll);
  const progress = new Progress(table);
  const holds = new Holds(table, bulk);
  const foundBefore = new FoundBefore(table);
  const foldersRead = new FoldersRead(table);
  const parts = new PartOwners();
  const folders = new FolderChanges();
  const dormant = new DormantAccounts(accounts, given.transferSessions, (account) =>
    table.counts.tally.openOf(account),
  );
  const queue: JobQueue = {
    add: (row) => {
      if (foundBefore.has(row)) return;
      const held = row.state === undefined && holds.holds(row, row.batch.sessionId);
      table.add(held ? { ...row, state: 'paused' } : row);
      scheduler.wake(row.batch.sessionId);
    },
    room: () => table.room(),
    isFull: () => given.mostWaiting !== undefined && table.counts.tally.counts.waiting >= given.mostWaiting,
    keep: (row) => table.keep(row),
    foldersRead: (row) => foldersRead.of(row),
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
      for (const { id, forget } of accounts.besides(session)) {
        forget(path);
        folders.changed(id, path);
      }
    },
  };
  const wake = (account: AccountKey): void => {
    if (!dormant.has(account) && !bulk.busy) scheduler.wake(account);
  };
  const work = new RowWork({ dependencies, table, holds, plan, parts, kept, wake });
  const scheduler = new Scheduler({ dependencies, table, progress, queue, work, holds, parts, plan });
  const starts = new StartTimer({
    earliest: (after) => table.earliestStart(after),
    due: () => {
      table.readAgain();
      wakeAll();
    },
  });
  const commands = new QueueCommands({ table, bulk, work, sessions: accounts });

  const goOn = (account: AccountKey): void => {
    dormant.wake(account);
    wake(account);
  };

  /** What a person asks for goes on, whatever an earlier run of the program left of the same account. */
  const wakeDormant = (asked: readonly AccountKey[]): void => {
    for (const account of asked) dormant.wake(account);
  };

  const begin = (): void => {
    if (stopped) return;
    // Before anything is begun: of an account whose few rows are all taken nothing waits any more.
    const left = table.counts.tally.accountsWaiting();
    const goesOn = given.goesOnAtStart?.() ?? true;
    if (!goesOn) for (const account of left) dormant.add(account);
    bulk.start();
    starts.look();
    if (goesOn) for (const account of left) goOn(account);
  };
  if (table.lastId === 0) begin();
  else
    loadQueue(table, announce)
      .catch((error: unknown) => given.onBroken?.(error))
      .then(begin);

  return {
    ...queueAdditions({
      sessions: given.sessions,
      accounts,
      batches,
      table,
      added: (account) => {
        holds.lift();
        goOn(account);
      },
    }),
    read: (list, offset, count) => views.read(list, offset, count),
    rowsOf: (query) => views.rowsOf(query),
    search: (query, offset, count) => views.search(query, offset, count),
    summary: () => toSummary(table, progress, whenDone),
    pause: (ids) => commands.pause(ids),
    resume: (ids) => {
      holds.lift();
      commands.resume(ids);
      bulk.afterwards(() => wakeDormant(table.store.accountsOf(stillToDo(ids))));
    },
    cancel: (ids) => commands.cancel(ids),
    retry: (ids, { allowClear } = { allowClear: false }) => {
      holds.lift();
      const accounts = commands.retry(ids, allowClear);
      bulk.afterwards(() => wakeDormant(accounts));
    },
    retryUnderName: async (id, name) => {
      holds.lift();
      const account = await commands.retryUnderName(id, name);
      if (account !== null) goOn(account);
    },
    clear: (ids) => {
      commands.clear(ids);
      bulk.afterwards(() => batchStore.tidy());
    },
    move: (ids, before) => {
      bulk.afterwards(() => commands.move(ids, before));
    },
    prioritize: (ids, priority) => {
      commands.prioritize(ids, priority);
    },
    schedule: (ids, startsMs) => {
      commands.schedule(ids, startsMs);
      bulk.afterwards(() => starts.look());
    },
    setWhenDone: (chosen) => {
      whenDone = chosen;
      table.touch();
    },
    rates: () => progress.history(),
    sessionConnected: (sessionId: SessionId) => {
      const session = given.sessions.get(sessionId);
      if (!session) return;
      const account = accounts.of(session);
      dormant.connected(account);
      holds.lift();
      if (!dormant.has(account)) scheduler.connected(account);
      if (table.counts.tally.counts.cancelled > 0) commands.removeLeft(account);
      table.touch();
    },
    interrupt: () => scheduler.interrupt(),
    goOn: () => {
      scheduler.goOn();
      wakeAll();
      starts.look();
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFolderChanged: (listener) => folders.listen(listener),
    stop: async () => {
      stopped = true;
      dormant.stop();
      for (const row of table.known()) {
        abort(row, 'stopped');
        work.release(row);
      }
      starts.stop();
      await scheduler.stop();
      await bulk.finish();
      if (!kept) {
        table.flush();
        const left = table.store.ids(WITH_LEFTOVER, 0, Number.MAX_SAFE_INTEGER);
        await Promise.all(left.map((id) => table.get(id)).map((row) => row && work.discard(row)));
      }
      progress.stop();
      if (announcement !== null) clearTimeout(announcement);
      listeners.clear();
      folders.stop();
      table.close();
    },
  };
};

const isAllOver = ({ counts: { tally } }: TransferTable): boolean =>
  GOING_STATES.every((state) => tally.counts[state] === 0);
