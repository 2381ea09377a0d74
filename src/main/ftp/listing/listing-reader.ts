import { FaultError } from '#shared/fault.ts';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ListFormatName } from '#shared/model/listing-choice.ts';
import type { PathnameCodec } from '../protocol/pathname-codec.ts';
import { createFormatChoice } from './format-choice.ts';
import { LIST_FORMATS } from './formats/list-formats.ts';
import { mlsx } from './formats/mlsx.ts';
import { names } from './formats/names.ts';
import { type ListingContext, type ListingFormat, NO_ENTRY } from './listing-format.ts';
import { createListingLines } from './listing-lines.ts';
import { createWrappedLines } from './wrapped-lines.ts';

/** Of the lines nobody understood so many are kept; all are counted. */
const MOST_LINES_KEPT = 1_000;

/** And of each of them so many characters: enough to see what it is. */
const MOST_CHARACTERS_KEPT = 4_096;

/**
 * Entries handed over at once: whoever takes them may let go of them before the next are made. All entries of a large
 * chunk at once would outlive the memory meant for short-lived things, which made up half of the time of a listing.
 */
const ENTRIES_AT_ONCE = 500;

/**
 * A directory of more entries than this is a server that does not come to an end. An entry takes 280 bytes where it is
 * kept: 1.4 GB, a third of what the program may have.
 */
const MOST_ENTRIES = 5_000_000;

export type ListingKind = 'mlsd' | 'list' | 'nlst';

export interface ListingReaderOptions {
  readonly codec: PathnameCodec;
  /** Which command the listing answers: MLSD and NLST have one format, LIST and STAT whatever the server has. */
  readonly kind: ListingKind;
  /** The format of LIST, where it is known; lines of another are not understood then. */
  readonly format: 'auto' | ListFormatName;
  /** The directory that is listed. */
  readonly directory: Pathname;
  /** Now, in milliseconds since the epoch: LIST leaves out the year of what is recent. */
  readonly nowMs: number;
  /** Called with the entries that the last bytes completed; `.` and `..` are left out. */
  readonly onEntries: (entries: readonly FileEntry[]) => void;
}

/** Bytes of a data connection, split anywhere, to entries. */
export interface ListingReader {
  /** @throws FaultError `listing: too-long` for a line or a directory without end */
  push(bytes: Uint8Array): void;
  /** No more bytes will come: a last line without its line end counts too. */
  end(): ListingSummary;
}

/** A reader for one listing. */
export const createListingReader = (options: ListingReaderOptions): ListingReader => {
  const notUnderstood: string[] = [];
  let notUnderstoodCount = 0;
  let entries = 0;
  let ready: FileEntry[] = [];

  const context = createContext(options);
  const choice = createFormatChoice(formatsOf(options), context, (line, parsed) => {
    if (parsed === NO_ENTRY) return;
    if (parsed !== null) {
      ready.push(parsed);
      if (ready.length >= ENTRIES_AT_ONCE) handOver();
      return;
    }
    notUnderstoodCount += 1;
    if (notUnderstood.length < MOST_LINES_KEPT) notUnderstood.push(context.name(line.slice(0, MOST_CHARACTERS_KEPT)));
  });
  const whole = createWrappedLines((line) => choice.add(line));
  const lines = createListingLines((line) => {
    if (line !== '') whole.push(line);
  });

  const handOver = (): void => {
    if (ready.length === 0) return;
    entries += ready.length;
    if (entries > MOST_ENTRIES) throw tooManyEntries();
    const completed = ready;
    ready = [];
    options.onEntries(completed);
  };

  return {
    push(bytes) {
      lines.push(bytes);
      handOver();
    },
    end() {
      lines.end();
      whole.end();
      choice.end();
      handOver();
      return { entries, notUnderstood, notUnderstoodCount };
    },
  };
};

const formatsOf = ({ kind, format }: ListingReaderOptions): readonly ListingFormat[] => {
  if (kind === 'mlsd') return [mlsx];
  if (kind === 'nlst') return [names];
  return format === 'auto' ? LIST_FORMATS : LIST_FORMATS.filter(({ name }) => name === format);
};

const createContext = ({ codec, directory, nowMs }: ListingReaderOptions): ListingContext => {
  const decode = (bytes: string): string =>
    NOT_ASCII.test(bytes) ? codec.decode(Buffer.from(bytes, 'latin1')) : bytes;
  const words = new Map<string, string>();
  return {
    directory: Buffer.from(codec.encode(directory)).toString('latin1'),
    nowMs,
    name: decode,
    word(bytes) {
      const known = words.get(bytes);
      if (known !== undefined) return known;
      const word = decode(bytes);
      if (words.size < MOST_WORDS) words.set(bytes, word);
      return word;
    },
  };
};

const NOT_ASCII = /[\u0080-\u00FF]/;

/** So many different owners, groups and permissions are kept once; a listing with more of them just takes more memory. */
const MOST_WORDS = 1_000;

const tooManyEntries = (): FaultError =>
  new FaultError({
    kind: 'listing',
    stage: 'after-preliminary-reply',
    reason: 'too-long',
    detail: `the directory has more than ${MOST_ENTRIES} entries`,
  });
