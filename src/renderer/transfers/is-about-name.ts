import type { Fault, LocalCause } from '#shared/fault.ts';
import type { TransferView } from '#shared/model/transfer.ts';

const ABOUT_NAME: ReadonlySet<LocalCause> = new Set(['name-not-possible', 'is-a-directory', 'exists']);

/** RFC 959 4.2: a permanent no to the command that stores, or to the name itself (553, 501). */
const REFUSED: ReadonlySet<number> = new Set([501, 550, 553]);

/** Whether a file failed in a way that another name may help with, where it arrives. */
export const isAboutName = ({ kind, state, direction }: TransferView, fault: Fault): boolean => {
  if (kind !== 'file' || state !== 'failed') return false;
  if (fault.kind === 'local-file') return ABOUT_NAME.has(fault.cause);
  if (direction === 'download') return fault.kind === 'refused-here' && fault.reason === 'unsafe-name';
  return fault.kind === 'reply' && REFUSED.has(fault.code) && STORES.test(fault.command ?? '');
};

const STORES = /^(STOR|RNTO|RNFR)/;
