import { changeLocalMode, makeLocalDirectory, renameLocal, trashLocal } from '#shared/contract/local-files.ts';
import {
  type BulkOutcome,
  changeRemoteMode,
  deleteRemote,
  makeRemoteDirectory,
  renameRemote,
} from '#shared/contract/remote-files.ts';
import { mayBeDirectory } from '#shared/ftp/file-entry.ts';
import type { Result } from '#shared/result.ts';
import { call } from '../bridge/index.ts';
import { usable } from '../state/entries.ts';
import { reportFault } from '../state/faults.ts';
import type { ListedEntry } from '../state/listing/listing-table.ts';
import { paneOf } from '../state/panes.ts';
import { type Place, SIDES, samePlace, sessionIdOf } from '../state/place.ts';
import { pathIn } from './join-place.ts';
import { refreshPane } from './open-place.ts';
import { isAscii, writtenName } from './written-name.ts';

/** Shows what has changed in every pane that is there. */
const showChange = (place: Place, select?: string): void => {
  for (const side of SIDES) {
    if (samePlace(paneOf(side).place, place)) refreshPane(side, select === undefined ? {} : { select });
  }
};

const tellFailure = (place: Place, result: Result<unknown>): void => {
  if (!result.ok) reportFault(result.fault, { sessionId: sessionIdOf(place) });
};

const tellFailures = (place: Place, result: Result<BulkOutcome>): void => {
  tellFailure(place, result);
  if (!result.ok) return;
  for (const failure of result.value.failures) reportFault(failure.fault, { sessionId: sessionIdOf(place) });
};

/** Makes a folder and stands on it. Answers whether it is there. */
export const makeFolder = async (place: Place, typed: string): Promise<boolean> => {
  const name = isAscii(typed) ? typed : await writtenName(place, typed);
  if (name === null) return false;
  const path = pathIn(place, name);
  const result =
    place.kind === 'local'
      ? await call(makeLocalDirectory, { path })
      : await call(makeRemoteDirectory, { sessionId: place.sessionId, path });
  tellFailure(place, result);
  if (result.ok) showChange(place, name);
  return result.ok;
};

/** Gives a file or folder another name in the same place. @param typed the new name as text */
export const renameEntry = async (place: Place, from: string, typed: string): Promise<void> => {
  const to = isAscii(typed) ? typed : await writtenName(place, typed);
  if (to === null || from === to) return;
  const paths = { from: pathIn(place, from), to: pathIn(place, to) };
  const result =
    place.kind === 'local'
      ? await call(renameLocal, paths)
      : await call(renameRemote, { sessionId: place.sessionId, ...paths });
  tellFailure(place, result);
  showChange(place, result.ok ? to : from);
};

/** Deletes on the server; moves to the system's trash here. Folders go with everything in them. */
export const deleteEntries = async (place: Place, entries: readonly ListedEntry[]): Promise<void> => {
  const chosen = usable(entries);
  if (chosen.length === 0) return;
  const result =
    place.kind === 'local'
      ? await call(trashLocal, { paths: chosen.map((entry) => pathIn(place, entry.name)) })
      : await call(deleteRemote, {
          sessionId: place.sessionId,
          entries: chosen.map((entry) => ({
            path: pathIn(place, entry.name),
            directory: mayBeDirectory(entry),
          })),
        });
  tellFailures(place, result);
  showChange(place);
};

/**
 * Sets the permissions of everything given.
 * @param mode the nine permission bits
 */
export const changeMode = async (place: Place, entries: readonly ListedEntry[], mode: number): Promise<void> => {
  const paths = usable(entries).map((entry) => pathIn(place, entry.name));
  if (paths.length === 0) return;
  const result =
    place.kind === 'local'
      ? await call(changeLocalMode, { paths, mode })
      : await call(changeRemoteMode, { sessionId: place.sessionId, paths, mode });
  tellFailures(place, result);
  showChange(place);
};
