import { resolve } from 'node:path';
import type * as contract from '#shared/contract/local-files.ts';
import type { FolderWatch } from '../../local/folder-watch.ts';
import { listLocalDirectory } from '../../local/local-listing.ts';
import { changeLocalMode, makeLocalDirectory, renameLocal, trashLocal } from '../../local/local-operations.ts';
import { chunksOf, createDirectoryTable } from '../../session/directory-table.ts';
import type { Handlers } from '../handlers.ts';

/** What of the local side only the desktop can do. */
export interface Desktop {
  readonly trash: (path: string) => Promise<void>;
  readonly reveal: (path: string) => void;
  /** The system's dialog for choosing a file; null where the person closed it. */
  readonly chooseFile: () => Promise<string | null>;
  /** The system's dialog for where to write one; null where the person closed it. */
  readonly chooseSaveFile: (name: string, extensions: readonly string[]) => Promise<string | null>;
  readonly places: () => Promise<readonly contract.LocalPlace[]>;
}

export const localFileHandlers = (desktop: Desktop, watch: FolderWatch): Handlers<typeof contract> => ({
  listLocal: async function* ({ path: asked }, signal) {
    const path = resolve(asked);
    // Before it is read, so that no change falls between the two.
    watch.show(path);
    const { table, push, finish, fail } = createDirectoryTable();
    void listLocalDirectory(path, { signal, onEntries: push }).then(finish, fail);
    const summary = yield* chunksOf(table, signal);
    return { path, shownPath: path, summary };
  },
  localPlaces: () => desktop.places(),
  makeLocalDirectory: async ({ path }) => {
    await makeLocalDirectory(path);
    return null;
  },
  renameLocal: async ({ from, to }) => {
    await renameLocal(from, to);
    return null;
  },
  trashLocal: ({ paths }) => trashLocal(paths, desktop.trash),
  changeLocalMode: ({ paths, mode }) => changeLocalMode(paths, mode),
  revealLocal: ({ path }) => {
    desktop.reveal(path);
    return null;
  },
  chooseLocalFile: () => desktop.chooseFile(),
});
