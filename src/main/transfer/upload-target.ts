import { FaultError } from '#shared/fault.ts';
import { bareEntry, type FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, displayName, joinPathname, parentPathname } from '#shared/ftp/pathname.ts';
import { freeName } from '../local/free-name.ts';
import { localFault } from '../local/local-fault.ts';
import { goingOn } from './choice-facts.ts';
import { findTwin } from './composed-names.ts';
import { type ConflictTarget, canResume, decideConflict } from './conflict.ts';
import { comparableSize, exactTime, type Job, type JobResult } from './job.ts';
import { discardLeftover } from './leftovers.ts';
import { isOneName } from './one-name.ts';
import { unlessRefused } from './refusal.ts';

/** Ready to send: what stands at the target now, and whether the file goes on where that ends. */
export type PreparedUpload =
  | { readonly kind: 'ready'; readonly there: FileEntry | null; readonly resume: boolean }
  | JobResult;

/**
 * Looks at what stands where an upload will be, and does what was decided about it: takes a free name or asks. Where
 * the listing of the folder cannot be had or relied on, SIZE tells whether a file is there.
 * Faults: the engine's; `local-file: is-a-directory` where a folder stands there.
 */
export const prepareRemoteTarget = async (
  job: Job,
  sourceModifiedMs = exactTime(job.row.source.modified),
): Promise<PreparedUpload> => {
  const { row } = job;
  const { there, taken } = await lookUp(job);
  const source = { size: comparableSize(row), modifiedMs: sourceModifiedMs };
  const target = there && toTarget(there);
  const { remembered, choice } = row.batch;
  switch (decideConflict(source, target, row.decision?.action ?? remembered, goingOn(choice))) {
    case 'create':
      return { kind: 'ready', there: null, resume: false };
    case 'overwrite':
      return { kind: 'ready', there, resume: false };
    case 'resume':
      return { kind: 'ready', there, resume: true };
    case 'skip':
      return { kind: 'skipped', fault: null };
    case 'blocked':
      throw localFault('is-a-directory', row.remotePath, 'a folder of that name stands on the server');
    case 'rename':
      await takeName(job, row.decision?.newName ?? (await freeName(row.name, taken)));
      return { kind: 'again' };
    case 'ask':
      if (!there || !target) return { kind: 'ready', there: null, resume: false };
      return {
        kind: 'ask',
        facts: {
          source,
          target: { ...target, modifiedMs: await targetTime(job, there) },
          canResume: canResume(source, target, goingOn(choice)),
          freeName: await freeName(row.name, taken),
          otherName: null,
          remembered,
        },
      };
  }
};

const toTarget = (entry: FileEntry): ConflictTarget => ({
  type: entry.type,
  size: entry.size,
  modifiedMs: exactTime(entry.modified),
});

const targetTime = async (job: Job, there: FileEntry): Promise<number | null> =>
  exactTime(there.modified) ?? (await unlessRefused(job.connection.modified(job.row.remotePath)));

const lookUp = async (
  job: Job,
): Promise<{ readonly there: FileEntry | null; readonly taken: (name: string) => boolean }> => {
  const { row, connection, run } = job;
  const name = baseName(row.remotePath);
  const folder = parentPathname(row.remotePath);
  const entries = await row.batch.folders.entries(connection, folder, run.abort.signal);
  const taken = (candidate: string): boolean => entries?.has(row.batch.names.write(candidate)) ?? false;
  const listed = entries?.get(name) ?? (entries && findTwin(entries, row.name, row.batch.names));
  if (listed) {
    row.remotePath = joinPathname(folder, listed.name);
    return { there: listed, taken };
  }
  if (entries && row.batch.folders.showsAll(folder, name)) return { there: null, taken };
  const size = await unlessRefused(connection.size(row.remotePath));
  return { there: size === null ? null : bareEntry(name, 'file', size), taken };
};

const takeName = async (job: Job, name: string): Promise<void> => {
  const { row, session } = job;
  if (!isOneName(name)) {
    throw new FaultError({
      kind: 'refused-here',
      stage: 'preparing',
      reason: 'unsafe-name',
      detail: displayName(name),
    });
  }
  // The part has the name of the target that was given up, where another transfer may begin one of its own.
  if (row.leftover !== null) await discardLeftover(row, session);
  row.remotePath = joinPathname(parentPathname(row.remotePath), row.batch.names.write(name));
  row.name = name;
  // Only this name was decided on: should it be taken too, that is a new question.
  row.decision = null;
};
