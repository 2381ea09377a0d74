import { stat } from 'node:fs/promises';
import path from 'node:path';
import { asLocalFault, isErrno } from '../local/local-fault.ts';
import { systemPath } from '../local/local-path.ts';

/** Where downloads go: into a folder, and under which name where the person chose one. */
export interface LocalPlace {
  readonly folder: string;
  readonly as: string | null;
}

/**
 * What DEST means, as with cp: a folder that is there takes the files under their own names, anything else is the name
 * of the one file or folder. Null where it cannot take several.
 * Faults: `local-file`.
 */
export const localPlace = async (
  destination: string | null,
  workingDirectory: string,
  several: boolean,
): Promise<LocalPlace | null> => {
  if (destination === null) return { folder: workingDirectory, as: null };
  const place = path.resolve(workingDirectory, destination);
  if ((await isFolder(place)) || /[/\\]$/.test(destination)) return { folder: place, as: null };
  return several ? null : { folder: path.dirname(place), as: path.basename(place) };
};

const isFolder = async (place: string): Promise<boolean> => {
  try {
    return (await stat(systemPath(place))).isDirectory();
  } catch (thrown) {
    if (isErrno(thrown, 'ENOENT', 'ENOTDIR')) return false;
    throw asLocalFault(thrown, place);
  }
};
