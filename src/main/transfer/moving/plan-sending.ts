import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { atOffset } from '../../ftp/defaults.ts';
import { goingOn, sizesComparable } from '../decisions/choice-facts.ts';
import type { Job } from '../rows/job.ts';
import { NO_SIZE, remotePartPath } from '../rows/new-leftover.ts';
import type { UploadLeftover, UploadPieces } from '../rows/transfer-row.ts';
import { remoteSize } from '../server/remote-size.ts';
import { hasSameTail } from './same-tail.ts';
import type { StorePlan } from './store-file.ts';
import type { UploadSource } from './upload-source.ts';

/** A plan, and what of the file is on the server already. */
export interface SendingPlan extends StorePlan {
  /** All of it. */
  readonly allThere: boolean;
  /** Pieces at their places in the part; null: none. */
  readonly pieces: UploadPieces | null;
}

/**
 * Where to begin: with what an earlier try or a person left on the server, if it is the beginning of the file, or anew.
 * Faults: the engine's where they concern the connection; the source's.
 */
export const planSending = async (
  job: Job,
  source: UploadSource,
  there: FileEntry | null,
  resume: boolean,
): Promise<SendingPlan> => {
  const { row, session } = job;
  const leftover = row.leftover?.kind === 'upload' ? row.leftover : null;
  const { sourceSize, sourceModifiedMs } = leftover ?? {};
  if (leftover !== null && sourceSize === source.size && sourceModifiedMs === source.modifiedMs) {
    return await goOnWith(job, source, leftover);
  }
  const anew = { start: null, allThere: false, pieces: null };
  if (resume && (await hasSameTail(job, source, row.remotePath, there?.size ?? 0))) {
    return { ...anew, path: row.remotePath, start: atOffset(there?.size ?? 0), sizeProves: true };
  }
  if (resume) sendAnew(job, row.remotePath);
  if (session.knows('storesDirectly')) return { ...anew, path: row.remotePath, sizeProves: there === null };
  // A program that is killed before STOR finds the part of before in its next run: its size, though right, is no proof.
  return { ...anew, path: remotePartPath(row.remotePath), sizeProves: sourceSize !== NO_SIZE };
};

/** What an earlier try left, as far as the server has it: all of it, so many bytes, or up to a place it marked. */
const goOnWith = async (job: Job, source: UploadSource, leftover: UploadLeftover): Promise<SendingPlan> => {
  const { row, connection, run } = job;
  const { remotePath: path, sizeProves, at } = leftover;
  const { choice } = row.batch;
  const size = await remoteSize(connection, path, run.abort.signal);
  // Rows of an earlier version know of no pieces.
  const pieces = leftover.pieces ?? null;
  if (pieces !== null) {
    const isWholeLength = size === source.size && goingOn(choice) === 'bytes';
    return { path, start: null, allThere: false, sizeProves: false, pieces: isWholeLength ? pieces : null };
  }
  const bytes = typeof size === 'number' && sizesComparable(choice) && sizeProves ? size : null;
  const allThere = bytes !== null && bytes > 0 && bytes === source.size;
  const by = goingOn(choice);
  if (by === 'bytes' && bytes !== null && source.size !== null && bytes <= source.size) {
    const cameWhole = allThere && leftover.allSent;
    if (cameWhole || (await hasSameTail(job, source, path, bytes)))
      return { path, start: atOffset(bytes), allThere, sizeProves, pieces };
    sendAnew(job, path);
    return { path, start: null, allThere: false, sizeProves, pieces };
  }
  const usable =
    by === 'markers' && size !== 'absent' && at !== null && source.size !== null && at.localBytes <= source.size;
  return { path, start: usable ? at : null, allThere, sizeProves, pieces };
};

/** What is on the server is not the beginning of the file: what was to be gone on with is replaced. */
const sendAnew = ({ row, session }: Job, path: string): void => {
  session.note(`What is there of ${path} is not the beginning of the file: all of it is sent again.`);
  const action = row.decision?.action ?? row.batch.remembered;
  if (action === 'resume') row.decision = { action: 'overwrite', newName: null };
};
