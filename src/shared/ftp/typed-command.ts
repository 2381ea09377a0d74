import type { Reply } from './reply.ts';

/**
 * What becomes of a command that a person types.
 * - `free`: it is sent as it stands
 * - `listing`: the same, and what comes over the data connection is shown as text
 * - `file`: it moves a file over the data connection, and as typed there is none; it is refused
 * - `governed`: it changes how this program and the server understand each other beyond what could be mended
 *   afterwards (protection, EPSV ALL); it is refused
 */
export type TypedUse = 'free' | 'listing' | 'file' | 'governed';

/** A command that is known by name; servers have more, and those are sent as they stand. */
export interface KnownCommand {
  /** Upper case. */
  readonly verb: string;
  /** What the RFC calls it: `CHANGE WORKING DIRECTORY`. */
  readonly name: string;
  /** The argument in the notation of RFC 959 5.3.1, empty where there is none. */
  readonly argument: string;
  readonly typed: TypedUse;
  /** Where it is specified. */
  readonly source: string;
}

/** What came back over the data connection for a command that lists, decoded as names are. */
export interface ListingText {
  readonly lines: readonly string[];
  /** Whether there was more than is kept. */
  readonly cut: boolean;
}

/** What a typed command led to. */
export interface TypedAnswer {
  /** Every reply to it in order, refusals too. */
  readonly replies: readonly Reply[];
  /** Null where no data connection belongs to the command, or none came about. */
  readonly listing: ListingText | null;
}
