import { baseName, joinPathname, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { partName } from '../../local/part-name.ts';
import type { DownloadLeftover, UploadLeftover } from './transfer-row.ts';

/** What a download left here: a part with nothing in it that can be gone on with, but for what is said of it. */
export const partHere = (known: Partial<Omit<DownloadLeftover, 'kind'>>): DownloadLeftover => ({
  kind: 'download',
  at: null,
  further: [],
  sourceSize: null,
  sourceModifiedMs: null,
  isWhole: false,
  placing: null,
  ...known,
});

/** The name of an upload until it is whole: beside its target, as downloads have it here. */
export const remotePartPath = (path: Pathname): Pathname =>
  joinPathname(parentPathname(path), partName(baseName(path)));

/** No file has so many bytes: of a part with this of its source nothing is gone on with. */
export const NO_SIZE = -1;

/** What an upload left at `remotePath`: nothing of which anything is known, but for what is said of it. */
export const partThere = (
  remotePath: Pathname,
  known: Partial<Omit<UploadLeftover, 'kind' | 'remotePath'>>,
): UploadLeftover => ({
  kind: 'upload',
  remotePath,
  sourceSize: NO_SIZE,
  sourceModifiedMs: null,
  at: null,
  removable: false,
  allSent: false,
  sizeProves: false,
  atTarget: 'nothing',
  aside: null,
  sentAgain: false,
  pieces: null,
  ...known,
});
