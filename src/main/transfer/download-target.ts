import { basename, dirname } from 'node:path';
import type { ConflictAction } from '#shared/model/transfer.ts';
import { atOffset } from '../ftp/defaults.ts';
import { freeName } from '../local/free-name.ts';
import { localFault } from '../local/local-fault.ts';
import { lookUpLocal } from '../local/local-listing.ts';
import { copyToPartFile, discardPartFile, movePartFile } from '../local/part-file.ts';
import { pathWithin } from '../local/path-within.ts';
import { goingOn } from './choice-facts.ts';
import { type ConflictTarget, canResume, decideConflict } from './conflict.ts';
import { comparableSize, exactTime, type Job, type JobResult } from './job.ts';
import { unlessRefused } from './refusal.ts';
import type { TransferRow } from './transfer-row.ts';

/** Ready to receive, and whether the file is to replace what stands there; or how the transfer ends before it began. */
export type Prepared = { readonly kind: 'ready'; readonly replace: boolean } | JobResult;

/**
 * Looks at what stands where a download will be, and does what was decided about it: takes a free name, begins the
 * part file with what is there, or asks.
 * Faults: `local-file`, `is-a-directory` where a folder stands there.
 */
export const prepareLocalTarget = async (job: Job): Promise<Prepared> => {
  const { row } = job;
  const { target, otherName } = await lookUpTarget(row);
  const source = { size: comparableSize(row), modifiedMs: exactTime(row.source.modified) };
  const { remembered: forAll, choice } = row.batch;
  const remembered = otherName === null ? forAll : forAnother(forAll);
  switch (decideConflict(source, target, row.decision?.action ?? remembered, goingOn(choice))) {
    case 'create':
      return { kind: 'ready', replace: false };
    case 'overwrite':
      return { kind: 'ready', replace: true };
    case 'skip':
      return { kind: 'skipped', fault: null };
    case 'blocked':
      throw localFault('is-a-directory', row.localPath, 'a folder of that name stands there');
    case 'rename':
      await takeName(job);
      return { kind: 'again' };
    case 'resume':
      if (row.leftover === null && target?.size) await beginWith(job, target.size);
      return { kind: 'ready', replace: true };
    case 'ask':
      return target ? await askAbout(job, target, otherName, forAll) : { kind: 'ready', replace: false };
  }
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
  const target = { type: there.type, size: there.size, modifiedMs: there.modified?.epochMs ?? null };
  return { target, otherName: other === null ? await batch.claims.otherName(localPath) : basename(other) };
};

/** Of an answer for all what holds for a file of another name too: nobody has agreed to lose that one. */
const forAnother = (remembered: ConflictAction | null): ConflictAction | null =>
  remembered === 'rename' || remembered === 'skip' ? remembered : null;

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
  row.leftover = { kind: 'download', at: atOffset(length), sourceSize: row.size, sourceModifiedMs: null };
};

const askAbout = async (
  job: Job,
  target: ConflictTarget,
  otherName: string | null,
  remembered: ConflictAction | null,
): Promise<JobResult> => {
  const { row, connection } = job;
  const source = {
    size: comparableSize(row),
    modifiedMs: exactTime(row.source.modified) ?? (await unlessRefused(connection.modified(row.remotePath))),
  };
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
