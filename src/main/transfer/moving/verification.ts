import { FaultError } from '#shared/fault.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import type { Verification } from '#shared/model/verification.ts';
import type { SessionAccess } from '../../session/session-access.ts';
import { sizesComparable } from '../decisions/choice-facts.ts';
import type { Job } from '../rows/job.ts';
import { type Checkable, compareContent } from '../server/compare-checksums.ts';

/** What holds for a site: its own word, else the preferences'. */
export const verificationOf = (session: SessionAccess, preferences: Pick<Preferences, 'verification'>): Verification =>
  session.view().settings.transferPolicy.verification ?? preferences.verification;

/** Whether the lengths of both files are to be compared, and can be. */
export const comparesSizes = ({ verification, row }: Job): boolean =>
  verification !== 'off' && sizesComparable(row.batch.choice);

/** Whether checksums are to be compared where the server has one, and can be: not where bytes differ here and there. */
export const comparesContent = ({ verification, row, connection }: Job): boolean =>
  (verification === 'auto' || verification === 'checksum') &&
  sizesComparable(row.batch.choice) &&
  connection.checksums.length > 0;

/**
 * Refuses, before anything is moved, what could only fail behind it: a file that has to be compared by its checksum, and
 * cannot be.
 * Faults: `refused-here: no-checksum`.
 */
export const expectComparable = ({ verification, row, connection, source }: Job): void => {
  if (verification !== 'checksum') return;
  if (!sizesComparable(row.batch.choice)) {
    throw noChecksum('moved as text, records or pages it has other bytes here than there');
  }
  const none = [connection, source?.connection].find((side) => side !== undefined && side.checksums.length === 0);
  if (none !== undefined) throw noChecksum(`${none.host} calculates none`);
};

/**
 * Compares a copy that is as long as its source by a checksum, as far as that is wanted and to be had.
 *
 * @param size bytes of both; null: not known
 * @returns how it has been compared, for the person: `SHA-256`, else `size`; null: not at all
 * Faults: `content-mismatch`; `refused-here: no-checksum` where one is demanded; the engine's where they concern the
 * connection.
 */
export const verify = async (
  job: Job,
  size: number | null,
  source: Checkable,
  copy: Checkable,
): Promise<string | null> => {
  const bySize = comparesSizes(job) && size !== null ? 'size' : null;
  // There is nothing to be wrong in an empty file, and some servers calculate nothing of it.
  if (size === 0 || !comparesContent(job)) return bySize;
  const algorithm = await compareContent(source, copy);
  if (algorithm !== null) return algorithm;
  if (job.verification === 'checksum') throw noChecksum('the server tells none of this file');
  return bySize;
};

const noChecksum = (detail: string): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'no-checksum', detail });
