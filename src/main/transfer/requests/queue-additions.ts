import { FaultError } from '#shared/fault.ts';
import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { TransferId } from '#shared/model/transfer.ts';
import type { SessionAccess, Sessions } from '../../session/session-access.ts';
import type { AccountKey, Accounts } from '../batches/accounts.ts';
import type { Batch } from '../batches/batch.ts';
import type { BetweenSource, NewRow } from '../rows/transfer-row.ts';
import type { Batches } from '../table/batches.ts';
import type { TransferTable } from '../table/transfer-table.ts';
import { newBetween, newDownload, newDropped, newUpload } from './new-rows.ts';
import type { TransferQueue } from './transfer-queue.ts';

type Additions = Pick<TransferQueue, 'addDownloads' | 'addUploads' | 'addBetween' | 'addDropped'>;

/** What puts transfers into the queue. They are in the store when the ids are answered. */
export const queueAdditions = (parts: {
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly batches: Batches;
  readonly table: TransferTable;
  /** Rows of an account were added. */
  readonly added: (account: AccountKey) => void;
}): Additions => {
  const { sessions, accounts, batches, table, added } = parts;

  const connected = (sessionId: SessionId): SessionAccess => {
    const session = sessions.get(sessionId);
    if (session) return session;
    throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-connected', detail: sessionId });
  };
  const batchFor = (sessionId: SessionId, choice: TransferChoice | null | undefined): Batch => {
    const session = connected(sessionId);
    return batches.add(accounts.of(session), choice ?? session.view().settings.transfer);
  };
  const add = (rows: readonly NewRow[], account: AccountKey): readonly TransferId[] => {
    const ids = rows.map((row) => table.add(row).id);
    table.flush();
    added(account);
    return ids;
  };

  return {
    addDownloads: ({ sessionId, from, to, items, transfer }) => {
      const batch = batchFor(sessionId, transfer);
      return add(
        items.map((item) => newDownload(batch, from, to, item)),
        batch.sessionId,
      );
    },
    addUploads: ({ sessionId, from, to, items, transfer }) => {
      const batch = batchFor(sessionId, transfer);
      return add(
        items.map((item) => newUpload(batch, from, to, item)),
        batch.sessionId,
      );
    },
    addBetween: ({ fromSession, from, toSession, to, items, transfer, allowClear = false }) => {
      const account = accounts.of(connected(fromSession));
      const source: BetweenSource = {
        sessionId: account,
        siteTitle: accounts.title(account),
        names: accounts.names(account),
        path: from,
        allowClear,
      };
      const batch = batchFor(toSession, transfer);
      return add(
        items.map((item) => newBetween(batch, source, to, item)),
        batch.sessionId,
      );
    },
    addDropped: async ({ sessionId, paths, to, transfer }) => {
      const batch = batchFor(sessionId, transfer);
      const rows: NewRow[] = [];
      for (const path of paths) rows.push(await newDropped(batch, path, to));
      return add(rows, batch.sessionId);
    },
  };
};
