import { type Fault, toFault } from '#shared/fault.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import { DONE, type Job, type JobResult } from '../rows/job.ts';
import type { PendingFolder } from '../rows/pending-folder.ts';
import { throwIfAborted } from '../server/refusal.ts';

/** Folders asked for at the same time: enough to hide the round trip, few enough for any server's buffers. */
const IN_FLIGHT = 16;

/** Entries that are added in one go. */
const ADDED_TOGETHER = 250;

/** How many folders are asked for together over a connection. */
const foldersInFlight = (connection: UserFtp): number => (connection.pipelines ? IN_FLIGHT : 1);

/** How folders of a server are read. */
interface FolderReader {
  /** Reads one folder and answers the folders in it. */
  readonly read: (folder: PendingFolder) => Promise<readonly PendingFolder[]>;
  /** Whether what was thrown says nothing about the folders beside this one. */
  readonly concernsFolderOnly: (thrown: unknown) => boolean;
  readonly failed: (folder: PendingFolder, fault: Fault) => void;
  /** How many are asked for together; as many as the connection bears where it is left out. */
  readonly inFlight?: number;
}

/**
 * Reads all pending folders and what they lead to, deepest first, several at a time where the connection bears that.
 * A folder stays pending until it was read, so that a further try goes on with it.
 * @returns done, or `later` where so much of it waits by now that the rest can
 * Faults: what `read` throws for the topmost folder, or for more than one folder.
 */
export const readPending = async (
  { row, run, connection, queue }: Job,
  pending: PendingFolder[],
  reader: FolderReader,
): Promise<JobResult> => {
  while (pending.length > 0) {
    throwIfAborted(run.abort.signal);
    // They stay pending until they are read: what is kept of the row meanwhile must not be without them.
    const flight = pending.slice(-(reader.inFlight ?? foldersInFlight(connection)));
    const read = await Promise.allSettled(flight.map((folder) => reader.read(folder)));
    pending.length -= flight.length;
    const unread: PendingFolder[] = [];
    let fault: unknown = null;
    for (const [index, folder] of flight.entries()) {
      const outcome = read[index];
      if (outcome?.status === 'fulfilled') pending.push(...outcome.value);
      else if (folder.remotePath !== row.remotePath && reader.concernsFolderOnly(outcome?.reason)) {
        reader.failed(folder, toFault(outcome?.reason, 'preparing'));
      } else {
        unread.push(folder);
        fault ??= outcome?.reason;
      }
    }
    pending.push(...unread);
    queue.foldersRead(row);
    if (unread.length > 0) throw fault;
    if (pending.length > 0 && queue.isFull()) return { kind: 'later' };
  }
  return DONE;
};

/** Adds a row for each entry, with pauses in which those that are there already are written down. */
export const eachEntry = async (
  { queue, run }: Job,
  entries: readonly FileEntry[],
  add: (entry: FileEntry) => void | Promise<void>,
): Promise<void> => {
  for (const [index, entry] of entries.entries()) {
    await add(entry);
    if (index % ADDED_TOGETHER !== ADDED_TOGETHER - 1) continue;
    await queue.room();
    throwIfAborted(run.abort.signal);
  }
};
