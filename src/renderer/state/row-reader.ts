import type { Fault } from '#shared/fault.ts';
import type { TransferView } from '#shared/model/transfer.ts';
import type { Result } from '#shared/result.ts';

export interface RowReader {
  /** Wants these rows, again or others; what was wanted before and not asked for yet is forgotten. */
  want(offset: number, count: number): void;
}

type Read = (
  offset: number,
  count: number,
) => Promise<Result<{ readonly rows: readonly TransferView[]; readonly total: number }>>;

interface RowListeners {
  readonly onRows: (offset: number, rows: readonly TransferView[]) => void;
  readonly onFault: (fault: Fault) => void;
}

/**
 * Reads the rows on the screen, one request at a time: while one is under way only the newest wish is remembered, so
 * that fast scrolling and a busy queue ask no faster than main answers.
 */
export const createRowReader = (read: Read, { onRows, onFault }: RowListeners): RowReader => {
  let wanted: { offset: number; count: number } | null = null;
  let reading = false;

  const run = async (): Promise<void> => {
    reading = true;
    while (wanted) {
      const { offset, count } = wanted;
      wanted = null;
      const result = await read(offset, count);
      if (result.ok) onRows(offset, result.value.rows);
      else onFault(result.fault);
    }
    reading = false;
  };

  return {
    want: (offset, count) => {
      wanted = { offset, count };
      if (!reading) void run();
    },
  };
};
