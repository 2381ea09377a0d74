import { lstat, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isErrno } from './local-fault.ts';
import { systemPath } from './local-path.ts';

/** Which names a disk takes for the same file. */
export interface NameFolding {
  /** `README` and `readme`. */
  readonly case: boolean;
  /** `é` in one piece and as `e` with an accent (NFC and NFD). */
  readonly composition: boolean;
}

const FOLDS_ALL: NameFolding = { case: true, composition: true };

/** A name in the form in which two that a disk takes for the same file are the same. */
export const foldedName = (name: string, folding: NameFolding): string => {
  const composed = (text: string): string => (folding.composition ? text.normalize('NFC') : text);
  // By way of the capitals, as disks do: then `ſ` is an `s` and both sigmas are one; before that the small letters, as of
  // the capital `ẞ` only these have the capitals `SS`. Some capitals come in two pieces.
  return folding.case ? composed(composed(name).toLowerCase().toUpperCase().toLowerCase()) : composed(name);
};

const known = new Map<number, Promise<NameFolding>>();

/**
 * The folder asked about last: the files of one come together, and to ask the disk for each of them is a good part of the
 * work. Not for long, as another disk may be there the next time.
 */
let last: { readonly folder: string; readonly at: number; readonly folding: NameFolding } | null = null;
const LAST_HOLDS_MS = 1_000;

/**
 * Which names the disk under a folder takes for the same, found by making a file there and looking for it by its other
 * spellings: what a system usually does says nothing about the disk that is plugged in. Known once for each device.
 * Where nothing can be made there, as if all were the same: then nothing is replaced without a question.
 */
export const nameFoldingOf = async (folder: string): Promise<NameFolding> => {
  const now = performance.now();
  if (last?.folder === folder && now - last.at < LAST_HOLDS_MS) return last.folding;
  const device = await stat(systemPath(folder)).then(
    ({ dev }) => dev,
    () => null,
  );
  if (device === null) return FOLDS_ALL;
  const found = known.get(device) ?? probe(folder);
  known.set(device, found);
  const folding = await found;
  last = { folder, at: now, folding };
  return folding;
};

/** `.longshore-probe-<computer>-<process>-…`, so that it is known who may remove it. */
export const PROBE = `.longshore-probe-${hostname()
  .toLowerCase()
  .replace(/[^a-z0-9]/g, '')
  .slice(0, 20)}-`;

const probe = async (folder: string): Promise<NameFolding> => {
  const stem = `${PROBE}${process.pid}-${Date.now().toString(36)}`;
  const path = join(folder, `${stem}-a\u00E9`);
  try {
    await writeFile(path, '', { flag: 'wx' });
  } catch {
    return FOLDS_ALL;
  }
  try {
    return {
      case: await isThere(join(folder, `${stem.toUpperCase()}-A\u00C9`)),
      composition: await isThere(join(folder, `${stem}-ae\u0301`)),
    };
  } finally {
    await rm(path, { force: true });
    // Nothing that is looked for depends on it.
    await removeLeft(folder).catch(() => {});
  }
};

/** Removes what a program on this computer has left that was killed while it looked. */
const removeLeft = async (folder: string): Promise<void> => {
  for (const name of await readdir(systemPath(folder))) {
    if (!name.startsWith(PROBE)) continue;
    const owner = Number.parseInt(name.slice(PROBE.length), 10);
    if (!isRunning(owner)) await rm(join(folder, name), { force: true });
  }
};

const isRunning = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    return !isErrno(thrown, 'ESRCH');
  }
};

const isThere = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if (isErrno(thrown, 'ENOENT')) return false;
    throw thrown;
  }
};

/** Whether a disk takes any two names for the same. */
export const foldsAny = (folding: NameFolding): boolean => folding.case || folding.composition;
