import { FaultError } from '#shared/fault.ts';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { EntryChunk } from '#shared/model/entry-chunk.ts';
import { CHUNK_ROWS, toChunk } from '#shared/model/entry-chunk.ts';

type Outcome =
  | { readonly ok: true; readonly summary: ListingSummary }
  | { readonly ok: false; readonly error: unknown };

/**
 * A listing while it arrives and afterwards. It is filled at the speed of its source; any number of readers follow
 * it, each at its own speed.
 */
export interface DirectoryTable {
  readonly rows: readonly FileEntry[];
  readonly finished: boolean;
  /** Waits until there are more than `known` rows or the listing is over; true while it can still grow. */
  grown(known: number, signal: AbortSignal | null): Promise<boolean>;
  /** What the listing amounted to; throws what ended it early. Only once `finished`. */
  summary(): ListingSummary;
}

/** A table and the ends that its source holds. */
export interface FilledTable {
  readonly table: DirectoryTable;
  push(entries: readonly FileEntry[]): void;
  finish(summary: ListingSummary): void;
  fail(error: unknown): void;
}

export const createDirectoryTable = (): FilledTable => {
  const rows: FileEntry[] = [];
  let outcome: Outcome | null = null;
  let change = Promise.withResolvers<void>();

  const changed = (): void => {
    const before = change;
    change = Promise.withResolvers<void>();
    before.resolve();
  };

  const table: DirectoryTable = {
    rows,
    get finished() {
      return outcome !== null;
    },
    grown: async (known, signal) => {
      while (rows.length <= known && outcome === null) {
        await settledOrAborted(change.promise, signal);
      }
      return outcome === null;
    },
    summary: () => {
      if (outcome === null) throw new Error('The listing is not over');
      if (!outcome.ok) throw outcome.error;
      return outcome.summary;
    },
  };

  return {
    table,
    push: (entries) => {
      // Not push(...entries): a listing of 200,000 entries would not fit on the stack.
      for (const entry of entries) rows.push(entry);
      changed();
    },
    finish: (summary) => {
      outcome = { ok: true, summary };
      changed();
    },
    fail: (error) => {
      outcome = { ok: false, error };
      changed();
    },
  };
};

const settledOrAborted = (promise: Promise<void>, signal: AbortSignal | null): Promise<void> => {
  if (!signal) return promise;
  return new Promise<void>((resolve, reject) => {
    const onAbort = (): void => reject(new FaultError({ kind: 'cancelled', stage: 'preparing' }));
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    void promise.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
  });
};

/**
 * The rows of a table as chunks of up to CHUNK_ROWS, the first as soon as there is one row.
 * @param read how names read at the time their chunk is made
 * @returns the listing's summary; throws what ended the listing early
 */
export async function* chunksOf(
  table: DirectoryTable,
  signal: AbortSignal,
  read?: (text: string) => string,
): AsyncGenerator<EntryChunk, ListingSummary, void> {
  let next = 0;
  for (;;) {
    const growing = await table.grown(next, signal);
    while (next < table.rows.length) {
      const rows = table.rows.slice(next, next + CHUNK_ROWS);
      next += rows.length;
      yield toChunk(rows, read);
    }
    if (!growing && next === table.rows.length) return table.summary();
  }
}

/**
 * Tells `onEntries` of every row of a table as it comes.
 * @returns the listing's summary; throws what ended the listing early, or `cancelled`
 */
export const readRows = async (
  table: DirectoryTable,
  signal: AbortSignal | null,
  onEntries: (entries: readonly FileEntry[]) => void,
): Promise<ListingSummary> => {
  let told = 0;
  for (;;) {
    const growing = await table.grown(told, signal);
    if (table.rows.length > told) {
      const rows = table.rows.slice(told);
      told += rows.length;
      onEntries(rows);
    }
    if (!growing && told === table.rows.length) return table.summary();
  }
};
