import { FaultError } from '#shared/fault.ts';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { type Attempt, readAttempts } from './attempts.ts';
import type { Course } from './course.ts';
import { wordsOf } from './finding.ts';
import type { Visit } from './visit.ts';

/** Milliseconds for one listing, however long the directory may be. */
const LISTING_PATIENCE = 40_000;
/** Entries that are looked at. */
const MOST_ENTRIES = 20_000;

export interface TriedListing {
  readonly entries: readonly FileEntry[];
  /** Null where it failed. */
  readonly summary: ListingSummary | null;
  readonly attempts: readonly Attempt[];
  /** The commands that were sent for it, by verb. */
  readonly verbs: readonly string[];
  readonly error: FaultError | null;
  readonly evidence: readonly string[];
  readonly milliseconds: number;
}

/** Lists the directory where the login put us, by what the visit's facts say. Faults: `cancelled`. */
export const tryListing = async (visit: Visit, signal: AbortSignal): Promise<TriedListing> => {
  const entries: FileEntry[] = [];
  let mark = visit.recorder.mark();
  const began = Date.now();
  const tried = (summary: ListingSummary | null, error: FaultError | null): TriedListing => {
    const passed = visit.recorder.since(mark);
    const ending = { listed: summary !== null, stood: stoodBefore(error), words: error === null ? '' : wordsOf(error) };
    const verbs = passed.flatMap((event) => (event.kind === 'command' ? [event.line] : []));
    const evidence = [...visit.recorder.evidence(mark), ...(error === null ? [] : [error.message])];
    const attempts = readAttempts(passed, ending);
    return { entries, summary, attempts, verbs, error, evidence, milliseconds: Date.now() - began };
  };
  try {
    const connection = await visit.connection();
    mark = visit.recorder.mark();
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(LISTING_PATIENCE)]);
    const onEntries = (some: readonly FileEntry[]): void => {
      for (const entry of some) if (entries.length < MOST_ENTRIES) entries.push(entry);
    };
    return tried(await connection.list(connection.home, { signal: bounded, onEntries }), null);
  } catch (error) {
    if (!(error instanceof FaultError) || signal.aborted) throw error;
    return tried(null, error);
  }
};

/** Keeps what a listing showed of ways to a data connection that nothing was known of. */
export const keepAttempts = ({ attempts }: Course, tried: TriedListing): void => {
  for (const attempt of tried.attempts) if (!attempts.has(attempt.way)) attempts.set(attempt.way, attempt);
};

/** The names alone (RFC 959 NLST); null where the server does not tell them. Faults: `cancelled`. */
export const tryNames = async (visit: Visit, signal: AbortSignal): Promise<readonly Pathname[] | null> => {
  try {
    const connection = await visit.connection();
    return await connection.names(connection.home, AbortSignal.any([signal, AbortSignal.timeout(LISTING_PATIENCE)]));
  } catch (error) {
    if (!(error instanceof FaultError) || signal.aborted) throw error;
    return null;
  }
};

/**
 * Whether the data connection stood when the listing failed. RFC 959 5.4: 425 is "can't open data connection", which some
 * servers also say of a TLS session that was not resumed; 522 is what others say of that (RFC 4217 gives it no meaning).
 */
const stoodBefore = (error: FaultError | null): boolean => {
  const fault = error?.fault;
  if (fault === undefined) return true;
  if (fault.kind === 'security' || fault.kind === 'protocol' || fault.kind === 'listing') return true;
  if (fault.kind === 'control-connection') return true;
  if (fault.kind === 'reply') return fault.code !== 425;
  return fault.stage === 'after-preliminary-reply' && (fault.kind !== 'data-connection' || fault.cause !== 'timeout');
};
