import { z } from 'zod';
import type { Fault } from '../fault.ts';
import type { ListingSummary } from '../ftp/file-entry.ts';
import type { Pathname } from '../ftp/pathname.ts';
import type { EntryChunk } from '../model/entry-chunk.ts';
import { answers, request, stream } from './define.ts';
import { pathname, sessionId } from './fields.ts';

/** What came of a listing: where the server says we are, and what it amounts to. */
export interface ListingEnd {
  readonly path: Pathname;
  /** The path as it reads. */
  readonly shownPath: string;
  readonly summary: ListingSummary;
}

/** What came of the same operation on several files. */
export interface BulkOutcome {
  readonly done: number;
  readonly failures: readonly { readonly path: Pathname; readonly fault: Fault }[];
}

/**
 * Lists a directory. `now` asks the server again even where the answer is known; `known` does not where it is, however
 * old, as where the names of a folder are to be read in another encoding.
 */
export const listRemote = stream(
  'remote/list',
  z.strictObject({ sessionId, path: pathname, freshness: z.enum(['now', 'recent', 'known']) }),
  answers<EntryChunk>(),
  answers<ListingEnd>(),
);

export const makeRemoteDirectory = request(
  'remote/make-directory',
  z.strictObject({ sessionId, path: pathname }),
  answers<null>(),
);

export const renameRemote = request(
  'remote/rename',
  z.strictObject({ sessionId, from: pathname, to: pathname }),
  answers<null>(),
);

/** Deletes files and whole directories; goes on after a failure and tells of each. */
export const deleteRemote = request(
  'remote/delete',
  z.strictObject({
    sessionId,
    entries: z
      .array(z.strictObject({ path: pathname, directory: z.boolean() }))
      .min(1)
      .max(100_000),
  }),
  answers<BulkOutcome>(),
);

/** SITE CHMOD; `mode` is the nine permission bits. */
export const changeRemoteMode = request(
  'remote/change-mode',
  z.strictObject({ sessionId, paths: z.array(pathname).min(1).max(100_000), mode: z.int().min(0).max(0o7777) }),
  answers<BulkOutcome>(),
);
