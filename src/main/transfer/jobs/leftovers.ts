import { FaultError } from '#shared/fault.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import { discardPartFile } from '../../local/part-file.ts';
import type { SessionAccess } from '../../session/session-access.ts';
import type { TransferRow, UploadLeftover } from '../rows/transfer-row.ts';
import { unlessRefused } from '../server/refusal.ts';

/** Milliseconds a server is given to delete the part of an upload. */
const PATIENCE = 5_000;

/**
 * Removes what a transfer that is given up left half done, here or on the server. While nobody is connected to that server
 * it stays told in the row, and so it does where the connection breaks or the server does not answer in a few seconds (nobody
 * should wait longer for it to quit the program): it goes when somebody connects again.
 * Faults: the engine's, that of the patience too, and `local-file`.
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
  await withPatience(session, (signal) =>
    session.browser(signal).then((connection) => remove(connection, row, leftover)),
  );
  // Unless it is tried again meanwhile, and has left something else.
  if (row.leftover === leftover) row.leftover = null;
};

const withPatience = async (session: SessionAccess, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const { host, port } = session.view().settings;
  const fault = { kind: 'control-connection', stage: 'finishing', cause: 'timeout', host, port } as const;
  const detail = `no answer within ${PATIENCE / 1_000} seconds`;
  const { promise: patience, reject: giveUp } = Promise.withResolvers<never>();
  const timer = setTimeout(() => giveUp(new FaultError({ ...fault, detail })), PATIENCE);
  const removed = work(AbortSignal.timeout(PATIENCE));
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
