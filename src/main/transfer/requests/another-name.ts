import type { SessionAccess } from '../../session/session-access.ts';
import { discardLeftover } from '../jobs/leftovers.ts';
import { namedBesideHere, namedBesideThere } from '../rows/named-beside.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { notConnected } from '../server/refusal.ts';

/**
 * Whether another name may help where it arrives: of a file that failed. What is sent from a name that was refused is not
 * known any more.
 */
export const canTakeAnotherName = ({ kind, state, direction, refusal }: TransferRow): boolean =>
  kind === 'file' && state === 'failed' && (direction === 'download' || refusal === null);

/**
 * Gives a failed file another name where it arrives. What an earlier try left under the one before is removed.
 * @param session the one that it goes over; undefined while there is none
 * @returns whether it has that name now
 * Faults: `refused-here: unsafe-name`, `local-file: name-not-possible`, and `refused-here: not-connected` while something
 * is left on a server that nobody is connected to, where all stays as it was; those of removing.
 */
export const takeAnotherName = async (
  row: TransferRow,
  name: string,
  session: SessionAccess | undefined,
): Promise<boolean> => {
  const isHere = row.direction === 'download';
  const path = isHere ? namedBesideHere(row, name) : namedBesideThere(row, name);
  await discardLeftover(row, session);
  // Under another name nobody would know any more what lies there, or where an old file that went aside belongs.
  if (row.leftover !== null) throw notConnected(row.sessionId);
  // Tried again, or taken out, meanwhile.
  if (!canTakeAnotherName(row)) return false;
  if (isHere) row.localPath = path;
  else row.remotePath = path;
  Object.assign(row, { name, refusal: null, leftover: null });
  return true;
};
