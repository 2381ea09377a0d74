import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ListFormatName } from '#shared/model/listing-choice.ts';

/** What a format may know besides the line itself. */
export interface ListingContext {
  /** The directory that is listed, one character for each byte as in the lines. */
  readonly directory: string;
  /** Now, in milliseconds since the epoch: LIST leaves out the year of what is recent. */
  readonly nowMs: number;
  /** A file name or a link's target from its bytes. */
  name(bytes: string): Pathname;
  /** An owner, a group or another word that comes again and again: kept once, not once a line. */
  word(bytes: string): string;
}

/** A line that belongs to the format but is no entry: `total 12`, the directory itself, the one above. */
export const NO_ENTRY = 'no-entry';

/** The entry, NO_ENTRY, or null for a line of some other format. */
export type ParsedLine = FileEntry | typeof NO_ENTRY | null;

/**
 * One way in which servers write a directory. Lines come without their line end, and as they are on the wire: one
 * character for each byte, U+0000 to U+00FF. Only names and words are decoded, each for itself, so that a strange
 * owner's name does not spoil a file's.
 */
export interface ListingFormat {
  readonly name: ListFormatName | 'mlsx' | 'names';
  /**
   * What the lines mean depends on those that follow (the order of day and month): the first ones are put before it twice,
   * and what it says the second time counts.
   */
  readonly looksAhead?: boolean;
  /** Begins a listing: what it answers reads the lines in their order, may remember earlier ones, and never throws. */
  begin(context: ListingContext): (line: string) => ParsedLine;
}
