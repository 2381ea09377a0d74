import { z } from 'zod';
import type { EntryChunk } from '../model/entry-chunk.ts';
import { answers, request, stream } from './define.ts';
import { localPath } from './fields.ts';
import type { BulkOutcome, ListingEnd } from './remote-files.ts';

/** A place worth a shortcut: home, Desktop, Downloads, a drive. */
export interface LocalPlace {
  readonly kind: 'home' | 'desktop' | 'downloads' | 'documents' | 'root';
  readonly path: string;
}

/** Lists a local directory; paths are the system's own, absolute. */
export const listLocal = stream(
  'local/list',
  z.strictObject({ path: localPath }),
  answers<EntryChunk>(),
  answers<ListingEnd>(),
);

export const localPlaces = request('local/places', z.strictObject({}), answers<readonly LocalPlace[]>());

export const makeLocalDirectory = request('local/make-directory', z.strictObject({ path: localPath }), answers<null>());

export const renameLocal = request('local/rename', z.strictObject({ from: localPath, to: localPath }), answers<null>());

/** Moves to the system's trash, so that a slip can be mended. */
export const trashLocal = request(
  'local/trash',
  z.strictObject({ paths: z.array(localPath).min(1).max(100_000) }),
  answers<BulkOutcome>(),
);

export const changeLocalMode = request(
  'local/change-mode',
  z.strictObject({ paths: z.array(localPath).min(1).max(100_000), mode: z.int().min(0).max(0o7777) }),
  answers<BulkOutcome>(),
);

/** Shows a file in the system's file manager. */
export const revealLocal = request('local/reveal', z.strictObject({ path: localPath }), answers<null>());

/** Asks the person for a file in the system's own dialog; null where it was closed. */
export const chooseLocalFile = request('local/choose-file', z.strictObject({}), answers<string | null>());
