import { discardPartFile } from '../local/part-file.ts';
import type { SessionAccess } from '../session/session-access.ts';
import { unlessRefused } from './refusal.ts';
import type { TransferRow } from './transfer-row.ts';

/** Milliseconds a server is given to delete the part of an upload. */
const PATIENCE = 5_000;

/**
 * Removes what a transfer that is given up left half done, here or on the server. A part on a server that does not
 * answer in a few seconds stays there: nobody should wait for it to quit the program.
 * Faults: the engine's and `local-file`.
 */
export const discardLeftover = async (row: TransferRow, session: SessionAccess | undefined): Promise<void> => {
  const { leftover } = row;
  row.leftover = null;
  if (leftover?.kind === 'download') await discardPartFile(row.localPath);
  else if (leftover?.removable && session?.view().status === 'connected') {
    const { promise: patience, resolve: giveUp } = Promise.withResolvers<void>();
    const timer = setTimeout(giveUp, PATIENCE);
    const deleted = session
      .browser(AbortSignal.timeout(PATIENCE))
      .then((connection) => unlessRefused(connection.delete(leftover.remotePath)));
    try {
      await Promise.race([deleted, patience]);
    } finally {
      clearTimeout(timer);
      deleted.catch(() => {});
    }
  }
};
