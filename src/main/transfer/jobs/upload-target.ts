import { bareEntry, type FileEntry, type FileTime } from '#shared/ftp/file-entry.ts';
import { baseName, joinPathname, parentPathname } from '#shared/ftp/pathname.ts';
import { freeName } from '../../local/free-name.ts';
import { localFault } from '../../local/local-fault.ts';
import { goingOn } from '../decisions/choice-facts.ts';
import { asExact, type ConflictSide, type ConflictTarget, exactTime } from '../decisions/compare-sides.ts';
import { canResume, decideConflict } from '../decisions/conflict.ts';
import { findTwin } from '../folders/composed-names.ts';
import { comparableSize, type Job, type JobResult, leftAsItIs } from '../rows/job.ts';
import { namedBesideThere } from '../rows/named-beside.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { unlessRefused } from '../server/refusal.ts';
import { discardLeftover } from './leftovers.ts';
import { isAboutTimes, wantedAction } from './wanted-action.ts';

/** Ready to send: what stands at the target now, and whether the file goes on where that ends. */
export type PreparedUpload =
  | { readonly kind: 'ready'; readonly there: FileEntry | null; readonly resume: boolean }
  | JobResult;

/** The file that is to be sent, as far as a decision about it goes. */
export interface SentFile {
  readonly modified: FileTime | null;
  /** Whether it holds what the file at the target does; null where nobody can say. */
  isSame(): Promise<boolean | null>;
}

type IsTaken = (name: string) => boolean;

/**
 * Looks at what stands where an upload will be, and does what was decided about it: takes a free name or asks. Where
 * the listing of the folder cannot be had or relied on, SIZE tells whether a file is there.
 * Faults: the engine's; `local-file: is-a-directory` where a folder stands there.
 */
export const prepareRemoteTarget = async (job: Job, sent: SentFile): Promise<PreparedUpload> => {
  const { row } = job;
  if (isOurs(row)) return { kind: 'ready', there: null, resume: false };
  const { there, taken } = await lookUp(job);
  if (there === null) return { kind: 'ready', there, resume: false };
  const rules = job.queue.conflictRules(job.session);
  const source = sourceOf(row, sent);
  const target = isAboutTimes(row, rules) ? await timedTarget(job, there) : toTarget(there);
  const wanted = wantedAction(row, rules, source, target, null);
  const decision = decideConflict(source, target, wanted, goingOn(row.batch.choice));
  switch (decision.kind) {
    case 'overwrite':
      return { kind: 'ready', there, resume: false };
    case 'compare':
      return (await settleByContent(job, sent, there)) ?? (await askAbout(job, sent, there, taken));
    case 'resume':
      row.decision ??= { action: 'resume', newName: null };
      return { kind: 'ready', there, resume: true };
    case 'skip':
      return leftAsItIs(decision.reason, row.remotePath);
    case 'blocked':
      throw localFault('is-a-directory', row.remotePath, 'a folder of that name stands on the server');
    case 'rename':
      await takeName(job, row.decision?.newName ?? (await freeName(row.name, taken)));
      return { kind: 'again' };
    case 'ask':
      return await askAbout(job, sent, there, taken);
  }
};

/** What stands under the final name is what an earlier try has sent, on a server that lets nobody rename. */
const isOurs = ({ leftover, remotePath }: TransferRow): boolean =>
  leftover?.kind === 'upload' && leftover.remotePath === remotePath && leftover.removable;

/** The file is sent where its content is another than that of the one there. Null where nobody can say. */
const settleByContent = async (job: Job, sent: SentFile, there: FileEntry): Promise<PreparedUpload | null> => {
  const same = await sent.isSame();
  if (same === null) return null;
  if (same) return leftAsItIs('same-content', job.row.remotePath);
  // A further try need not find out again.
  job.row.decision = { action: 'overwrite', newName: null };
  return { kind: 'ready', there, resume: false };
};

const askAbout = async (job: Job, sent: SentFile, there: FileEntry, taken: IsTaken): Promise<JobResult> => {
  const { row } = job;
  const source = sourceOf(row, sent);
  const target = await timedTarget(job, there);
  return {
    kind: 'ask',
    facts: {
      source,
      target,
      canResume: canResume(source, target, goingOn(row.batch.choice)),
      freeName: await freeName(row.name, taken),
      otherName: null,
      remembered: row.batch.remembered,
    },
  };
};

const sourceOf = (row: TransferRow, { modified }: SentFile): ConflictSide => ({ size: comparableSize(row), modified });

const toTarget = (entry: FileEntry): ConflictTarget => ({
  type: entry.type,
  size: entry.size,
  modified: entry.modified,
});

/** With the time that the server tells, where its listing has told none that is exact. */
const timedTarget = async ({ row, connection }: Job, there: FileEntry): Promise<ConflictTarget> => {
  const listed = toTarget(there);
  if (exactTime(listed.modified) !== null) return listed;
  return { ...listed, modified: asExact(await unlessRefused(connection.modified(row.remotePath))) ?? listed.modified };
};

const lookUp = async (job: Job): Promise<{ readonly there: FileEntry | null; readonly taken: IsTaken }> => {
  const { row, connection, run } = job;
  const name = baseName(row.remotePath);
  const folder = parentPathname(row.remotePath);
  const entries = await row.batch.folders.entries(connection, folder, run.abort.signal);
  const taken: IsTaken = (candidate) => entries?.has(row.batch.names.write(candidate)) ?? false;
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
  const path = namedBesideThere(row, name);
  // The part has the name of the target that was given up, where another transfer may begin one of its own.
  if (row.leftover !== null) await discardLeftover(row, session);
  row.remotePath = path;
  row.name = name;
  // Only this name was decided on: should it be taken too, that is a new question.
  row.decision = null;
};
