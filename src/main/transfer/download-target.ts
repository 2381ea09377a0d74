import { dirname } from 'node:path';
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
  const target = await lookUpTarget(row);
  const source = { size: comparableSize(row), modifiedMs: exactTime(row.source.modified) };
  const { remembered, choice } = row.batch;
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
      return target ? await askAbout(job, target, remembered) : { kind: 'ready', replace: false };
  }
};

const lookUpTarget = async (row: TransferRow): Promise<ConflictTarget | null> => {
  const there = await lookUpLocal(row.localPath, row.name);
  return there && { type: there.type, size: there.size, modifiedMs: there.modified?.epochMs ?? null };
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
  row.leftover = { kind: 'download', at: atOffset(length), sourceSize: row.size, sourceModifiedMs: null };
};

const askAbout = async (job: Job, target: ConflictTarget, remembered: ConflictAction | null): Promise<JobResult> => {
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
      canResume: canResume(source, target, goingOn(row.batch.choice)),
      freeName: await freeName(row.name, isTakenIn(dirname(row.localPath))),
      remembered,
    },
  };
};
