import type { UserFtp } from '../../ftp/engine.ts';
import { discardPartFile } from '../../local/part-file.ts';
import type { SessionAccess } from '../../session/session-access.ts';
import type { TransferRow, UploadLeftover } from '../rows/transfer-row.ts';
import { unlessRefused } from '../server/refusal.ts';

/** Milliseconds a server is given to delete the part of an upload. */
const PATIENCE = 5_000;

/**
 * Removes what a transfer that is given up left half done, here or on the server. While nobody is connected to that server
 * it stays told in the row. A part on a server that does not answer in a few seconds stays there: nobody should wait for
 * it to quit the program.
 * Faults: the engine's and `local-file`.
 */
export const discardLeftover = async (row: TransferRow, session: SessionAccess | undefined): Promise<void> => {
  const { leftover } = row;
  if (leftover === null) return;
  if (leftover.kind === 'download') {
    row.leftover = null;
    return await discardPartFile(row.localPath);
  }
  if (!leftover.removable && leftover.aside === null) {
    row.leftover = null;
    return;
  }
  if (session?.view().status !== 'connected') return;
  row.leftover = null;
  const { promise: patience, resolve: giveUp } = Promise.withResolvers<void>();
  const timer = setTimeout(giveUp, PATIENCE);
  const removed = session
    .browser(AbortSignal.timeout(PATIENCE))
    .then((connection) => remove(connection, row, leftover));
  try {
    await Promise.race([removed, patience]);
  } finally {
    clearTimeout(timer);
    removed.catch(() => {});
  }
};

/** An old file that had gone aside comes back first; where it cannot, the part may be the only one that is whole. */
const remove = async (
  connection: UserFtp,
  { remotePath }: TransferRow,
  { aside, remotePath: part }: UploadLeftover,
): Promise<void> => {
  const isBack =
    aside === null || (await unlessRefused(connection.rename(aside, remotePath).then(() => true))) !== null;
  if (isBack) await unlessRefused(connection.delete(part));
};
