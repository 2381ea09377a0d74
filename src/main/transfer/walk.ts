import { type Fault, toFault } from '#shared/fault.ts';
import type { Job } from './job.ts';
import type { PendingFolder } from './pending-folder.ts';
import { throwIfAborted } from './refusal.ts';

/** What differs between reading folders here and there. */
interface FolderReader {
  /** Reads one folder and answers the folders in it. */
  readonly read: (folder: PendingFolder) => Promise<readonly PendingFolder[]>;
  /** Whether what was thrown says nothing about the folders beside this one. */
  readonly concernsFolderOnly: (thrown: unknown) => boolean;
  readonly failed: (folder: PendingFolder, fault: Fault) => void;
}

/**
 * Reads all pending folders and what they lead to, deepest first. A folder stays pending until it was read, so that a
 * further try goes on with it. Faults: what `read` throws for the topmost folder, or for more than one folder.
 */
export const readPending = async ({ row, run }: Job, pending: PendingFolder[], reader: FolderReader): Promise<void> => {
  for (let folder = pending.at(-1); folder; folder = pending.at(-1)) {
    throwIfAborted(run.abort.signal);
    try {
      const found = await reader.read(folder);
      pending.pop();
      pending.push(...found);
    } catch (thrown) {
      const isTop = folder.remotePath === row.remotePath;
      if (isTop || !reader.concernsFolderOnly(thrown)) throw thrown;
      pending.pop();
      reader.failed(folder, toFault(thrown, 'preparing'));
    }
  }
};
