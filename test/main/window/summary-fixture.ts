import { NO_TRANSFERS, type TransferSummary } from '#shared/model/transfer.ts';

/** A summary of these numbers, nothing moving. */
export const summaryOf = (
  counts: Partial<TransferSummary['counts']>,
  part: Partial<TransferSummary> = {},
): TransferSummary => ({
  version: 1,
  count: 0,
  counts: { ...NO_TRANSFERS, ...counts },
  totalBytes: 0,
  transferredBytes: 0,
  rate: 0,
  remainingMs: null,
  rates: { down: 0, up: 0 },
  whenDone: 'nothing',
  ...part,
});
