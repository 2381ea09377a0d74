import { FaultError } from '#shared/fault.ts';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { ListingCommand } from '#shared/model/listing-choice.ts';
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
  readonly error: FaultError | null;
  readonly evidence: readonly string[];
  readonly milliseconds: number;
}

/** A command that lists, asked for by name so that the engine takes no other in its place. */
export type Lists = Exclude<ListingCommand, 'auto'>;

/** Lists the directory where the login put us, by one command and the way that the visit is steered. Faults: `cancelled`. */
export const tryListing = async (visit: Visit, command: Lists, signal: AbortSignal): Promise<TriedListing> => {
  const entries: FileEntry[] = [];
  let mark = visit.recorder.mark();
  const began = Date.now();
  const tried = (summary: ListingSummary | null, error: FaultError | null): TriedListing => {
    const passed = visit.recorder.since(mark);
    const ending = { listed: summary !== null, stood: stoodBefore(error), words: error === null ? '' : wordsOf(error) };
    const evidence = [...visit.recorder.evidence(mark), ...(error === null ? [] : [error.message])];
    const attempts = readAttempts(passed, ending);
    return { entries, summary, attempts, error, evidence, milliseconds: Date.now() - began };
  };
  try {
    const connection = await visit.connection();
    mark = visit.recorder.mark();
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(LISTING_PATIENCE)]);
    const onEntries = (some: readonly FileEntry[]): void => {
      for (const entry of some) if (entries.length < MOST_ENTRIES) entries.push(entry);
    };
    return tried(await connection.list(connection.home, { signal: bounded, command, onEntries }), null);
  } catch (error) {
    if (!(error instanceof FaultError) || signal.aborted) throw error;
    return tried(null, error);
  }
};

/** 5yz that say the server does not know the command, or has nothing to list by it. */
const isRefused = ({ error }: TriedListing): boolean =>
  error?.fault.kind === 'reply' &&
  ((error.fault.code >= 500 && error.fault.code <= 504) || error.fault.code === 550) &&
  /^(MLSD|LIST|NLST)$/.test(error.fault.command ?? '');

/**
 * Tries a data connection, by the first command that the server does not refuse for what it is, and keeps what it showed
 * of ways that nothing was known of. Faults: `cancelled`.
 */
export const tryData = async (course: Course, visit: Visit): Promise<TriedListing> => {
  for (;;) {
    const [command = 'NLST', ...others] = course.commands;
    const tried = await tryListing(visit, command, course.signal);
    for (const attempt of tried.attempts) {
      if (!course.attempts.has(attempt.way)) course.attempts.set(attempt.way, attempt);
    }
    if (!isRefused(tried) || others.length === 0) return tried;
    course.commands = others;
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
