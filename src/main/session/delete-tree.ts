import type { BulkOutcome } from '#shared/contract/remote-files.ts';
import { FaultError } from '#shared/fault.ts';
import { type FileEntry, mayBeDirectory } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { isSafeName, joinPathname, parentPathname } from '#shared/ftp/pathname.ts';
import { createBranches, createTally, inLanes, type Tally } from './bulk.ts';
import type { SessionAccess } from './session-access.ts';

/** Directories within directories; a server that has more of them is leading us in a circle. */
const DEEPEST = 500;

export interface Doomed {
  readonly path: Pathname;
  readonly directory: boolean;
}

/** Directories emptied at the same time. */
const BRANCHES = 8;

/** One deletion of several things, as far as it has come. */
interface Deletion {
  readonly session: SessionAccess;
  readonly tally: Tally;
  readonly branches: ReturnType<typeof createBranches>;
}

/**
 * Deletes files and whole directories, goes on after a failure and tells of each. A link is deleted as a link and
 * never followed: what it points to may be anywhere. What stands side by side is dealt with at the same time; a
 * directory goes only after all that was in it.
 */
export const deleteTree = async (session: SessionAccess, doomed: readonly Doomed[]): Promise<BulkOutcome> => {
  const deletion: Deletion = { session, tally: createTally(), branches: createBranches(BRANCHES) };
  await inLanes(
    doomed.filter((entry) => !entry.directory),
    async ({ path }) => {
      await deleteFile(deletion, path);
    },
  );
  await deletion.branches(
    doomed
      .filter((entry) => entry.directory)
      .map(({ path }) => async () => {
        await deleteDirectory(deletion, path, 0);
      }),
  );
  for (const { path } of doomed) session.forget(parentPathname(path));
  return deletion.tally.outcome();
};

const deleteFile = ({ session, tally }: Deletion, path: Pathname): Promise<boolean> =>
  tally.attempt(path, async () => (await session.browser()).delete(path));

/** Empties a directory and removes it; what could not be deleted is recorded, and keeps the directories above it. */
const deleteDirectory = async (deletion: Deletion, path: Pathname, depth: number): Promise<boolean> => {
  const { session, tally } = deletion;
  let gone = false;
  const looked = await tally.prepare(path, async () => {
    gone = await deleteWithoutLooking(session, path);
  });
  if (!looked) return false;
  if (gone) return tally.attempt(path, () => Promise.resolve());

  const entries = await listToDelete(session, tally, path, depth);
  if (!entries) return false;
  let emptied = true;
  await inLanes(
    entries.filter((entry) => !mayBeDirectory(entry)),
    async ({ name }) => {
      if (!(await deleteFile(deletion, joinPathname(path, name)))) emptied = false;
    },
  );
  await deletion.branches(
    entries.filter(mayBeDirectory).map(({ name }) => async () => {
      if (!(await deleteDirectory(deletion, joinPathname(path, name), depth + 1))) emptied = false;
    }),
  );
  // A failure inside is the reason; a further 550 for the directory that is not empty would only hide it.
  if (!emptied) return false;
  return tally.attempt(path, async () => (await session.browser()).removeDirectory(path));
};

/**
 * Tries DELE and RMD on what a listing called a directory. Some servers say `type=dir` of a link that points to
 * one, and to list that would empty what it points to: DELE takes such a link away, and fails on a directory. RMD
 * spares an empty directory its listing. They leave together: where the first takes the link away there is nothing
 * left for the second.
 * @returns whether it is gone
 */
const deleteWithoutLooking = async (session: SessionAccess, path: Pathname): Promise<boolean> => {
  const connection = await session.browser();
  const [deleted, removed] = await Promise.all([
    unlessRefused(connection.delete(path)),
    unlessRefused(connection.removeDirectory(path)),
  ]);
  return deleted || removed;
};

const unlessRefused = (command: Promise<void>): Promise<boolean> =>
  command.then(
    () => true,
    (error: unknown) => {
      if (error instanceof FaultError && error.fault.kind === 'reply') return false;
      throw error;
    },
  );

/** The entries of a directory as they are now, or null where that cannot be known or dealt with, which is recorded. */
const listToDelete = async (
  session: SessionAccess,
  tally: Tally,
  path: Pathname,
  depth: number,
): Promise<readonly FileEntry[] | null> => {
  const entries: FileEntry[] = [];
  const listed = await tally.prepare(path, async () => {
    if (depth === DEEPEST) {
      throw new FaultError({
        kind: 'listing',
        stage: 'preparing',
        reason: 'too-long',
        detail: 'no end of directories',
      });
    }
    await session.list(path, {
      refresh: true,
      signal: null,
      onEntries: (some) => {
        for (const entry of some) entries.push(entry);
      },
    });
    // As text: the second byte of a character may be that of a backslash.
    const unsafe = entries.map(({ name }) => session.names.read(name)).find((name) => !isSafeName(name));
    if (unsafe !== undefined) {
      throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'unsafe-name', detail: unsafe });
    }
  });
  return listed ? entries : null;
};
