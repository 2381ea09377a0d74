import { discardPartFile } from '../local/part-file.ts';
import type { SessionAccess } from '../session/session-access.ts';
import { unlessRefused } from './refusal.ts';
import type { TransferRow } from './transfer-row.ts';

/**
 * Removes what a transfer that is given up left half done, here or on the server. A part on a server that cannot be
 * reached any more stays there.
 * Faults: the engine's and `local-file`.
 */
export const discardLeftover = async (
  row: TransferRow,
  session: SessionAccess | undefined,
  signal?: AbortSignal,
): Promise<void> => {
  const { leftover } = row;
  row.leftover = null;
  if (leftover?.kind === 'download') await discardPartFile(row.localPath);
  else if (leftover?.removable && session?.view().status === 'connected') {
    const connection = await session.browser(signal);
    await unlessRefused(connection.delete(leftover.remotePath));
  }
};
