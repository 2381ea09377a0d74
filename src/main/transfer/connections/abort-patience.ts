import type { Run, TransferRow } from '../rows/transfer-row.ts';
import type { Lane } from './lane.ts';

/** Milliseconds a server is given to answer the ABOR of a person who pauses or cancels. */
const ABORT_PATIENCE = 2_000;

/**
 * Closes the connection of an aborted run where the server does not let go of the transfer by itself. As long as other
 * rows get on over the same connection it is left to them: the aborted one then only waits for its turn to end.
 */
export const watchAbort = (lane: Lane, row: TransferRow, run: Run): { readonly over: () => void } => {
  const { signal } = run.abort;
  let timer: NodeJS.Timeout | null = null;
  const wait = (): void => {
    const pulse = lane.pulseWithout(row);
    timer = setTimeout(() => {
      if (lane.pulseWithout(row) === pulse) lane.giveUp();
      else wait();
    }, ABORT_PATIENCE);
  };
  signal.addEventListener('abort', wait, { once: true });
  if (signal.aborted && timer === null) wait();
  return {
    over: () => {
      signal.removeEventListener('abort', wait);
      if (timer !== null) clearTimeout(timer);
    },
  };
};
