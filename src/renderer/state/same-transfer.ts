import type { TransferView } from '#shared/model/transfer.ts';

type Field = keyof TransferView;

/** What changes all the time while a transfer moves. */
const PROGRESS: ReadonlySet<string> = new Set<Field>(['transferred', 'rate', 'remainingMs']);

/** Compared field by field: of a hundred rows several times a second what `shallow` makes to compare with is felt. */
export const isSameTransfer = (one: TransferView, other: TransferView): boolean => {
  for (const field in other) if (one[field as Field] !== other[field as Field]) return false;
  return true;
};

/** Whether a transfer is as it was but for how far it is and how fast it goes. */
export const isSameButForProgress = (one: TransferView, other: TransferView): boolean => {
  if (one === other) return true;
  for (const field in other) if (one[field as Field] !== other[field as Field] && !PROGRESS.has(field)) return false;
  return true;
};
