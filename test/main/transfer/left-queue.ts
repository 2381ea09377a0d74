import type { DatabaseSync } from 'node:sqlite';
import { DEFAULT_TRANSFER_CHOICE } from '#shared/ftp/transfer-parameters.ts';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { BatchStore } from '../../../src/main/transfer/batches/batch-store.ts';
import type {
  DownloadLeftover,
  NewRow,
  TransferRow,
  UploadLeftover,
} from '../../../src/main/transfer/rows/transfer-row.ts';
import { batchOf } from './batch-of.ts';
import type { FakeServer } from './fake-server.ts';
import { tableOf } from './table-of.ts';

type LeftRow = Pick<NewRow, 'direction' | 'localPath' | 'remotePath'> &
  Partial<Pick<NewRow, 'kind' | 'root' | 'size' | 'priority'>> &
  Partial<Pick<TransferRow, 'state' | 'leftover' | 'decision' | 'pending' | 'startsMs'>>;

/** Rows as a run of the program left them in its store when it was killed. */
export const leftQueue = (
  server: FakeServer,
  {
    remembered = null,
    database = openDatabase(':memory:'),
  }: { readonly remembered?: ConflictAction | null; readonly database?: DatabaseSync } = {},
) => {
  const { siteId, title, settings } = server.session.view();
  const { security, host, port, user } = settings;
  const store = new BatchStore(database);
  const identity = JSON.stringify([security, host, port, user]);
  const account = store.account({ identity, siteId, title, settings });
  const id = store.addBatch(account.id, DEFAULT_TRANSFER_CHOICE);
  store.remember(id, remembered);
  const batch = { ...batchOf({ sessionId: String(account.id) }), id };
  const table = tableOf({}, { batch, database });
  return {
    database,
    add: (left: LeftRow): TransferRow => {
      const { direction, localPath, remotePath, kind = 'file', size = null, root, priority } = left;
      const source = { type: kind === 'file' ? 'file' : 'directory', modified: null, chosen: true } as const;
      const name = (direction === 'download' ? localPath : remotePath).split('/').at(-1) ?? '';
      const fresh = { batch, direction, source, kind, name, localPath, remotePath, size };
      const row = table.add({ ...fresh, ...(root && { root }), ...(priority && { priority }) });
      const { leftover = null, decision = null, pending = null, startsMs = null } = left;
      Object.assign(row, { leftover, decision, pending, startsMs });
      table.setState(row, left.state ?? 'active');
      table.flush();
      return row;
    },
  };
};

export const downloadLeft = (part: Partial<DownloadLeftover>): DownloadLeftover => ({
  kind: 'download',
  at: null,
  further: [],
  sourceSize: null,
  sourceModifiedMs: null,
  isWhole: false,
  placing: null,
  ...part,
});

export const uploadLeft = (part: Partial<UploadLeftover> & Pick<UploadLeftover, 'remotePath'>): UploadLeftover => ({
  kind: 'upload',
  sourceSize: null,
  sourceModifiedMs: null,
  at: null,
  removable: true,
  allSent: false,
  sizeProves: true,
  atTarget: 'nothing',
  aside: null,
  sentAgain: false,
  pieces: null,
  ...part,
});
