import { disk } from './disk.ts';
import { isErrno, localFault, locally } from './local-fault.ts';
import { systemPath } from './local-path.ts';

export interface Placing {
  /** Whether the person wants the file that stands there replaced. */
  readonly replace: boolean;
}

/**
 * Gives the finished file `from` its final name `to`, in the same folder.
 * Faults: `local-file` at stage `finishing`: `exists` where anything stands there and is not to be replaced,
 * `is-a-directory` where a folder does.
 */
export const placeFile = (from: string, to: string, { replace }: Placing): Promise<void> =>
  locally(to, 'finishing', async () => {
    if (replace) {
      const there = await disk().lookUp(systemPath(to));
      if (there?.isDirectory()) throw localFault('is-a-directory', to, 'a folder stands there', 'finishing');
      await disk().rename(systemPath(from), systemPath(to));
      return;
    }
    if (await linked(from, to)) return;
    // No hard links on this disk (FAT, some network disks): between looking and renaming a file could appear, which
    // is the best that can be had there.
    if ((await disk().lookUp(systemPath(to))) !== null)
      throw localFault('exists', to, 'a file of that name appeared', 'finishing');
    await disk().rename(systemPath(from), systemPath(to));
  });

/** `link` refuses a name that is taken where `rename` would replace it. False where the disk has no hard links. */
const linked = async (from: string, to: string): Promise<boolean> => {
  try {
    await disk().link(systemPath(from), systemPath(to));
  } catch (thrown) {
    if (isErrno(thrown, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EXDEV', 'UNKNOWN')) {
      return false;
    }
    throw thrown;
  }
  await disk().unlink(systemPath(from));
  return true;
};
