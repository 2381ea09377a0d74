import { FaultError, type Stage } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import type { Checkpoint } from '../../ftp/engine.ts';
import { goingOn } from '../decisions/choice-facts.ts';
import type { Job } from '../rows/job.ts';
import { partThere, remotePartPath } from '../rows/new-leftover.ts';
import { isRefusal, shownBy } from '../server/refusal.ts';
import { transferOptions } from './transfer-options.ts';
import type { UploadSource } from './upload-source.ts';

/** Under which name a file is sent, and from where on. */
export interface StorePlan {
  readonly path: Pathname;
  /** Null: from the start. */
  readonly start: Checkpoint | null;
  /** Whether the right size at `path` will prove that it is the file sent. */
  readonly sizeProves: boolean;
}

/**
 * Sends the file as planned. Where the server refuses to go on in the middle it is sent whole, and where it refuses
 * the name of the part, under its own. Answers under which name it is there.
 * Faults: the engine's and `local-file`; the row's `leftover` tells what may be on the server then.
 */
export const storeFile = async (job: Job, source: UploadSource, plan: StorePlan): Promise<Pathname> => {
  const { row, session } = job;
  const part = remotePartPath(row.remotePath);
  let refusal: Evidence;
  try {
    await store(job, source, plan);
    return plan.path;
  } catch (thrown) {
    if (!isRefusal(thrown) || isBegun(thrown.fault.stage)) throw thrown;
    // ProFTPD answers 451 to STOR after REST unless AllowStoreRestart is on, and will every time.
    if (plan.start !== null) return await storeFile(job, source, { path: part, start: null, sizeProves: true });
    if (plan.path !== part || !isAboutName(thrown.fault.code)) throw thrown;
    refusal = shownBy(thrown.fault);
  }
  await store(job, source, { path: row.remotePath, start: null, sizeProves: false });
  const words = 'it does not store under a temporary name, files are sent under their own name at once';
  session.learn('storesDirectly', words, refusal);
  return row.remotePath;
};

/** Bytes. Of a smaller file nobody goes on with a part that a killed program left, and where that would be is known. */
const WORTH_KEEPING = 256 * 1024;

/** One STOR. What it leaves on the server is told in the row before it begins. */
export const store = async (job: Job, source: UploadSource, plan: StorePlan): Promise<void> => {
  const { row, run, connection, queue, session } = job;
  const counter = { bytes: 0 };
  const leftover = partThere(plan.path, {
    sourceSize: source.size,
    sourceModifiedMs: source.modifiedMs,
    sizeProves: plan.sizeProves,
  });
  const base = plan.start?.localBytes ?? 0;
  const isPart = plan.path !== row.remotePath;
  const before = row.leftover;
  row.leftover = { ...leftover, at: plan.start, removable: isPart || (base === 0 && plan.sizeProves) };
  if (!isPart || source.size === null || source.size >= WORTH_KEEPING) queue.keep(row);
  let newest = plan.start;
  run.progress = { base, counter };
  queue.setTransferred(row, base);
  try {
    const options = {
      ...transferOptions(job, counter),
      start: plan.start,
      onCheckpoint:
        goingOn(row.batch.choice) === 'markers'
          ? (checkpoint: Checkpoint): void => {
              newest = checkpoint;
            }
          : null,
      allocate:
        source.size === null
          ? null
          : { bytes: source.size, recordBytes: null, onlyIfWanted: !session.view().settings.allocate },
    };
    await source.storeTo(connection, plan.path, options);
    row.leftover = { ...leftover, removable: isPart, allSent: true };
  } catch (thrown) {
    const fault = thrown instanceof FaultError ? thrown.fault : null;
    const begun = fault !== null && isBegun(fault.stage);
    // Without a word from the server it may have begun; only of a name that nobody else uses may that be supposed.
    const maybe = isPart && fault?.stage === 'transfer-command' && fault.kind !== 'reply';
    // Going on with the person's own file leaves it theirs; a part of ours from an earlier try stays ours.
    const removable = (begun && (isPart || base === 0)) || maybe;
    const allSent = fault?.stage === 'after-data' && fault.kind !== 'reply';
    row.leftover = begun || maybe || base > 0 ? { ...leftover, at: newest, removable, allSent } : before;
    throw thrown;
  }
};

/**
 * Whether the server had begun to store when it came to this. That bytes were handed to the data connection says
 * nothing: the network takes them while the server still looks at the command.
 */
const isBegun = (stage: Stage): boolean => stage === 'after-preliminary-reply' || stage === 'after-data';

/**
 * A permanent no to the name or the place. Login, account and quota are not about the name, nor is what comes before a
 * command (503) or the place to begin at (RFC 3659 5.3: 554): a file must not be stored under its final name for those.
 */
const isAboutName = (code: number): boolean => code >= 500 && ![503, 530, 532, 552, 554].includes(code);
