import type { Pathname } from '#shared/ftp/pathname.ts';
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

/** No file has so many bytes: of a part with this of its source nothing is gone on with. */
const NO_SIZE = -1;

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
  ...known,
});
