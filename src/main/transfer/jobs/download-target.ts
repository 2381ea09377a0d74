import { basename, dirname } from 'node:path';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import { atOffset } from '../../ftp/defaults.ts';
import { freeName } from '../../local/free-name.ts';
import { localFault } from '../../local/local-fault.ts';
import { lookUpLocal } from '../../local/local-listing.ts';
import { copyToPartFile, discardPartFile, movePartFile } from '../../local/part-file.ts';
import { pathWithin } from '../../local/path-within.ts';
import { goingOn } from '../decisions/choice-facts.ts';
import { asExact, type ConflictSide, type ConflictTarget, exactTime } from '../decisions/compare-sides.ts';
import { canResume, decideConflict } from '../decisions/conflict.ts';
import { comparableSize, type Job, type JobResult, leftAsItIs } from '../rows/job.ts';
import { partHere } from '../rows/new-leftover.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { unlessRefused } from '../server/refusal.ts';
import { isComparable, isSameHereBySum } from './compare-content.ts';
import { isAboutTimes, wantedAction } from './wanted-action.ts';

/**
 * Ready to receive, and whether the file is to replace what stands there: in any case, or where its content turns out to
 * be another. Or how the transfer ends before it began.
 */
export type Prepared = { readonly kind: 'ready'; readonly replace: boolean | 'if-different' } | JobResult;

/**
 * Looks at what stands where a download will be, and does what was decided about it: takes a free name, begins the
 * part file with what is there, or asks.
 * Faults: `local-file`, `is-a-directory` where a folder stands there.
 */
export const prepareLocalTarget = async (job: Job): Promise<Prepared> => {
  const { row } = job;
  const { target, otherName } = await lookUpTarget(row);
  if (target === null) return { kind: 'ready', replace: false };
  const rules = job.queue.conflictRules(job.session);
  const { remembered, choice } = row.batch;
  const source = isAboutTimes(row, rules) ? await timedSource(job) : listedSource(row);
  const wanted = wantedAction(row, rules, source, target, otherName);
  const decision = decideConflict(source, target, wanted, goingOn(choice));
  switch (decision.kind) {
    case 'overwrite':
      return { kind: 'ready', replace: true };
    case 'compare':
      if (!(await isComparable(row.localPath))) return await askAbout(job, target, otherName, remembered);
      return await settleBySum(job);
    case 'skip':
      return leftAsItIs(decision.reason, row.localPath);
    case 'blocked':
      throw localFault('is-a-directory', row.localPath, 'a folder of that name stands there');
    case 'rename':
      await takeName(job);
      return { kind: 'again' };
    case 'resume':
      row.decision ??= { action: 'resume', newName: null };
      if (row.leftover === null && target.size) await beginWith(job, target.size);
      return { kind: 'ready', replace: true };
    case 'ask':
      return await askAbout(job, target, otherName, remembered);
  }
};

/** By a checksum where there is one; else the file has to come first to be compared. */
const settleBySum = async (job: Job): Promise<Prepared> => {
  const same = await isSameHereBySum(job);
  if (same) return leftAsItIs('same-content', job.row.localPath);
  return { kind: 'ready', replace: same === null ? 'if-different' : true };
};

const listedSource = (row: TransferRow): ConflictSide => ({
  size: comparableSize(row),
  modified: row.source.modified,
});

/** With the time that the server tells, where its listing has told none that is exact. */
const timedSource = async ({ row, connection }: Job): Promise<ConflictSide> => {
  const listed = listedSource(row);
  if (exactTime(listed.modified) !== null) return listed;
  return { ...listed, modified: asExact(await unlessRefused(connection.modified(row.remotePath))) ?? listed.modified };
};

interface Found {
  readonly target: ConflictTarget | null;
  /** What it is called, where that is another name that the disk takes for the same, or that reads the same. */
  readonly otherName: string | null;
}

const lookUpTarget = async ({ batch, localPath, remotePath, name }: TransferRow): Promise<Found> => {
  const other = await batch.claims.take(localPath, remotePath);
  const there = await lookUpLocal(other ?? localPath, name);
  if (there === null) return { target: null, otherName: null };
  const target = { type: there.type, size: there.size, modified: there.modified };
  return { target, otherName: other === null ? await batch.claims.otherName(localPath) : basename(other) };
};

const isTakenIn =
  (folder: string) =>
  async (name: string): Promise<boolean> =>
    (await lookUpLocal(pathWithin(folder, name), name)) !== null;

const takeName = async ({ row, queue }: Job): Promise<void> => {
  const folder = dirname(row.localPath);
  const name = row.decision?.newName ?? (await freeName(row.name, isTakenIn(folder)));
  const path = pathWithin(folder, name);
  // What has come already goes along, unless a part of that name is there: that one is another transfer's.
  if (row.leftover !== null && !(await movePartFile(row.localPath, path))) {
    await discardPartFile(row.localPath);
    row.leftover = null;
  }
  row.localPath = path;
  row.name = name;
  if (row.leftover !== null) queue.claimPart(row);
  // Only this name was decided on: should it be taken too, that is a new question.
  row.decision = null;
};

const beginWith = async ({ row, queue }: Job, length: number): Promise<void> => {
  queue.claimPart(row);
  await copyToPartFile(row.localPath);
  row.leftover = partHere({ at: atOffset(length), sourceSize: row.size });
};

const askAbout = async (
  job: Job,
  target: ConflictTarget,
  otherName: string | null,
  remembered: ConflictAction | null,
): Promise<JobResult> => {
  const { row } = job;
  const source = await timedSource(job);
  return {
    kind: 'ask',
    facts: {
      source,
      target,
      canResume: otherName === null && canResume(source, target, goingOn(row.batch.choice)),
      otherName,
      freeName: await freeName(row.name, isTakenIn(dirname(row.localPath))),
      remembered,
    },
  };
};
