import type { BulkOutcome } from '#shared/contract/remote-files.ts';
import type { Fault } from '#shared/fault.ts';
import { toFault } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';

/** Commands on the way at the same time: enough to hide the round trip, few enough for any server's buffers. */
const LANES = 16;

/** What several operations on files amount to, counted while they run. */
export interface Tally {
  /** Runs one operation and counts it; a failure is recorded under `path` and never thrown. True when it went well. */
  attempt(path: Pathname, act: () => Promise<void>): Promise<boolean>;
  /** The same for what only leads up to the operations: recorded when it fails, not counted when it goes well. */
  prepare(path: Pathname, act: () => Promise<void>): Promise<boolean>;
  outcome(): BulkOutcome;
}

/**
 * A connection that cannot be had again ends the whole: everything after it fails with the same fault at once, instead
 * of waiting for one timeout after another.
 */
export const createTally = (): Tally => {
  let done = 0;
  const failures: { path: Pathname; fault: Fault }[] = [];
  let end: Fault | null = null;

  const isEnd = (fault: Fault): boolean =>
    fault.kind === 'refused-here'
      ? fault.reason === 'not-connected' || fault.reason === 'declined'
      : (fault.kind === 'control-connection' && (fault.stage === 'connecting' || fault.stage === 'greeting')) ||
        fault.kind === 'cancelled';

  const prepare: Tally['prepare'] = async (path, act) => {
    if (end) {
      failures.push({ path, fault: end });
      return false;
    }
    try {
      await act();
      return true;
    } catch (thrown) {
      const fault = toFault(thrown, 'preparing');
      if (isEnd(fault)) end = fault;
      failures.push({ path, fault });
      return false;
    }
  };

  return {
    prepare,
    attempt: async (path, act) => {
      const well = await prepare(path, act);
      if (well) done += 1;
      return well;
    },
    outcome: () => ({ done, failures }),
  };
};

/**
 * Room for `most` branches of a tree at the same time. Whoever starts work where there is none does it alone before
 * going on, so that however wide and deep the tree is no more of it is held than that and the way to it.
 */
export const createBranches = (most: number): ((works: readonly (() => Promise<void>)[]) => Promise<void>) => {
  let free = most;
  return async (works) => {
    const beside: Promise<void>[] = [];
    for (const work of works) {
      if (free === 0) {
        await work();
        continue;
      }
      free -= 1;
      beside.push(
        work().finally(() => {
          free += 1;
        }),
      );
    }
    await Promise.all(beside);
  };
};

/** Calls `act` for each item, several at a time, and waits for all. `act` does not throw. */
export const inLanes = async <Item>(items: Iterable<Item>, act: (item: Item) => Promise<void>): Promise<void> => {
  const queue = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};
