import type { Pathname } from '#shared/ftp/pathname.ts';
import { goingOn } from '../decisions/choice-facts.ts';
import type { SendingPlan } from '../moving/plan-sending.ts';
import type { UploadSource } from '../moving/upload-source.ts';
import type { Job } from '../rows/job.ts';
import { partThere, remotePartPath } from '../rows/new-leftover.ts';
import type { UploadLeftover, UploadPieces } from '../rows/transfer-row.ts';
import { unlessRefused } from '../server/refusal.ts';
import { isLargeEnough } from './counting.ts';
import { atPlaces, joiningOf } from './joined-pieces.ts';
import { IN_ONE_PIECE, type SegmentWish } from './recruit.ts';
import { sendPieces } from './send-pieces.ts';
import { piecesThere } from './sent-pieces.ts';

/** What is said where the server stored all pieces, and they are not the file. */
export const NOT_JOINED = 'it did not make one file of its pieces, files are sent in one piece';

/** Bytes. To find out whether a server takes pieces, and to lay out a part for them, costs a dozen round trips. */
const WORTH_ASKING = 128 * 1024 * 1024;

/**
 * Sends a large file in pieces over several connections, into its part on the server, or what is missing of one that was
 * broken in an earlier try.
 *
 * @returns whether it is whole there; false: it is to be sent in one piece
 * Faults: the engine's and the source's; the row's `leftover` tells what may be on the server then.
 */
export const storeInSegments = async (
  job: Job,
  source: UploadSource,
  { path, pieces }: Pick<SendingPlan, 'path' | 'pieces'>,
  wish: SegmentWish,
): Promise<boolean> => {
  const { row, session, run, connection } = job;
  const { size, from, modifiedMs } = source;
  if (size === null || from === null) return false;
  if (pieces === null && !isWorthPieces(job, path, size, wish)) return false;
  // Neither size nor time of a part with holes in it says that it is whole.
  const unproved = partThere(path, { removable: true });
  const known: UploadLeftover = { ...unproved, sourceSize: size, sourceModifiedMs: modifiedMs };
  const part = { connection, path, source, signal: run.abort.signal };
  if (pieces === null) {
    row.leftover = unproved;
    job.queue.keep(row);
  }
  const have = pieces === null ? null : await piecesThere(part, pieces, size);
  if (pieces !== null && have === null)
    session.note(`What is there of ${path} are not pieces of the file: all of it is sent again.`);
  const joining =
    pieces === null
      ? await joiningOf(job, path, source, size, wish.exactly).catch((thrown: unknown) => noPieces(job, wish, thrown))
      : have && atPlaces(job, path, source, size);
  if (joining === null) {
    row.inOnePiece = true;
    return await startOver(job, unproved);
  }
  const keep = (sent: UploadPieces): void => {
    if (joining.keepsPieces) row.leftover = { ...known, pieces: sent };
    job.queue.keep(row);
  };
  const there = { stored: have ?? [{ from: 0, to: joining.first }], places: pieces?.places ?? [] };
  // What an earlier try left in pieces is gone on with; that they wait for each other may be known since.
  const allowed = session.knows('piecesFail') ? IN_ONE_PIECE : wish;
  if (!(await sendPieces(job, joining, { part, from, size, wish: allowed, have: there, keep }))) {
    session.learn('piecesFail', NOT_JOINED, []);
    return await startOver(job, unproved);
  }
  row.leftover = { ...known, allSent: true, sizeProves: true };
  return true;
};

const isWorthPieces = ({ row }: Job, path: Pathname, size: number, wish: SegmentWish): boolean =>
  wish.most > 1 &&
  isLargeEnough(size, wish) &&
  (wish.exactly || size >= WORTH_ASKING) &&
  !row.inOnePiece &&
  goingOn(row.batch.choice) === 'bytes' &&
  path === remotePartPath(row.remotePath);

/**
 * A disk that knows no holes fills the part up to its last byte first, which may take longer than a reply is waited for: a
 * file that nobody asked to have in pieces is not to fail for that again and again.
 */
const noPieces = ({ row, run, session }: Job, wish: SegmentWish, thrown: unknown): never => {
  if (!wish.exactly && !run.abort.signal.aborted) {
    row.inOnePiece = true;
    session.learn('piecesFail', 'it did not take a part to be filled in pieces, files are sent in one piece', []);
  }
  throw thrown;
};

/** The size of what is stored there next is to be a proof, which it is not while a part with holes is there. */
const startOver = async ({ row, connection, queue }: Job, unproved: UploadLeftover): Promise<false> => {
  row.leftover = unproved;
  queue.keep(row);
  await unlessRefused(connection.delete(unproved.remotePath));
  row.leftover = null;
  return false;
};
