import { basename, dirname, join } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import type { SuspectData } from '../../ftp/engine.ts';
import { freeName } from '../../local/free-name.ts';
import { lookUpLocal } from '../../local/local-listing.ts';
import { discardPartFile, type PartFile } from '../../local/part-file.ts';
import { suspectName } from '../../local/part-name.ts';
import type { Job } from '../rows/job.ts';
import type { SourceNow } from './resume.ts';

/** Ranges that a fault names one by one. */
const MOST_NAMED = 8;

/**
 * Keeps what was received beside its target, under a name that says what it is: the server itself marked some of it as
 * possibly wrong (RFC 959 3.4.2), and whether it is good enough is for a person to say.
 * Faults: always; `protocol: suspect-data` with the ranges and where the file is, or `local-file`.
 */
export const keepSuspect = async (
  { row, queue }: Job,
  part: PartFile,
  suspect: readonly SuspectData[],
  asked: Promise<SourceNow>,
): Promise<never> => {
  const folder = dirname(row.localPath);
  const path = join(folder, await nameBeside(folder, suspectName(basename(row.localPath))));
  row.leftover = null;
  const { modifiedMs } = await asked.catch(() => ({ modifiedMs: null }));
  try {
    await part.finish({ replace: false, modifiedMs, as: path });
  } catch (thrown) {
    await discardPartFile(row.localPath);
    throw thrown;
  }
  queue.localFolderChanged(folder);
  const detail = `bytes ${describeRanges(suspect)} of what is kept as ${path}`;
  throw new FaultError({ kind: 'protocol', stage: 'finishing', reason: 'suspect-data', detail });
};

const nameBeside = async (folder: string, name: string): Promise<string> => {
  const taken = async (candidate: string): Promise<boolean> =>
    (await lookUpLocal(join(folder, candidate), candidate)) !== null;
  return (await taken(name)) ? await freeName(name, taken) : name;
};

/** `0-99, 200-219`: first and last byte of each, counted from 0. */
const describeRanges = (suspect: readonly SuspectData[]): string => {
  const named = suspect.slice(0, MOST_NAMED).map(({ offset, length }) => `${offset}-${offset + length - 1}`);
  const rest = suspect.length - named.length;
  return rest === 0 ? named.join(', ') : `${named.join(', ')} and ${rest} more`;
};
