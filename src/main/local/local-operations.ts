import { chmod, lstat, mkdir, rename } from 'node:fs/promises';
import { type Fault, toFault } from '#shared/fault.ts';
import { localFault, locally } from './local-fault.ts';
import { lookUpLocal } from './local-listing.ts';
import { systemPath } from './local-path.ts';

/** What came of the same operation on several files. */
export interface LocalBulkOutcome {
  readonly done: number;
  readonly failures: readonly { readonly path: string; readonly fault: Fault }[];
}

/** Makes one folder. Faults: `local-file`, `exists` where anything of that name is there. */
export const makeLocalDirectory = (path: string): Promise<void> =>
  locally(path, 'preparing', () => mkdir(systemPath(path)));

/**
 * Renames or moves within a disk. POSIX rename replaces what stands at `to` without a word, so that is looked up
 * first; only another spelling of the same file (`Photo` to `photo` where case does not count) may be there.
 * Faults: `local-file`, `exists` where `to` is something else.
 */
export const renameLocal = async (from: string, to: string): Promise<void> => {
  if ((await lookUpLocal(to, to)) !== null && !(await isSameFile(from, to))) {
    throw localFault('exists', to, 'something of that name is there already');
  }
  await locally(from, 'preparing', () => rename(systemPath(from), systemPath(to)));
};

/** Sets the permission bits of each path; goes on after a failure and tells of each. */
export const changeLocalMode = (paths: readonly string[], mode: number): Promise<LocalBulkOutcome> =>
  forEach(paths, (path) => chmod(systemPath(path), mode));

/** Moves each path to the system's trash by `trash`; goes on after a failure and tells of each. */
export const trashLocal = (
  paths: readonly string[],
  trash: (path: string) => Promise<void>,
): Promise<LocalBulkOutcome> => forEach(paths, trash);

const forEach = async (paths: readonly string[], act: (path: string) => Promise<void>): Promise<LocalBulkOutcome> => {
  let done = 0;
  const failures: { path: string; fault: Fault }[] = [];
  for (const path of paths) {
    try {
      await locally(path, 'preparing', () => act(path));
      done++;
    } catch (thrown) {
      failures.push({ path, fault: toFault(thrown, 'preparing') });
    }
  }
  return { done, failures };
};

const isSameFile = async (one: string, other: string): Promise<boolean> => {
  const [first, second] = await locally(one, 'preparing', () =>
    Promise.all([lstat(systemPath(one), { bigint: true }), lstat(systemPath(other), { bigint: true })]),
  );
  // Two hard links share the inode too, but then their names differ by more than case.
  return first.ino === second.ino && first.dev === second.dev && one.toLowerCase() === other.toLowerCase();
};
