import type { Pathname } from '#shared/ftp/pathname.ts';
import type { DataSource } from '../../ftp/engine.ts';
import { localFault } from '../../local/local-fault.ts';
import { goingOn } from '../decisions/choice-facts.ts';
import { transferOptions } from '../moving/transfer-options.ts';
import type { UploadSource } from '../moving/upload-source.ts';
import type { Job } from '../rows/job.ts';
import { partThere, remotePartPath } from '../rows/new-leftover.ts';
import { isRefusal } from '../server/refusal.ts';
import { countingInto, isLargeEnough } from './counting.ts';
import { type Joining, joiningOf } from './joined-pieces.ts';
import { recruit, type SegmentWish } from './recruit.ts';
import { type Piece, SegmentPlan } from './segment-plan.ts';
import { type Member, type PieceResult, SegmentTeam } from './segment-team.ts';

/** What is said where the server stored all pieces, and they are not the file. */
export const NOT_JOINED = 'it did not make one file of its pieces, files are sent in one piece';

/**
 * Sends a large file in pieces over several connections, into its part on the server. Where that is broken nothing is gone
 * on with: what a file with holes holds its size does not tell.
 *
 * @param path where it would be stored in one piece, from the beginning
 * @returns whether it is whole there; false: it is to be sent in one piece
 * Faults: the engine's and the source's; the row's `leftover` tells what may be on the server then.
 */
export const storeInSegments = async (
  job: Job,
  source: UploadSource,
  path: Pathname,
  wish: SegmentWish,
): Promise<boolean> => {
  const { row, session } = job;
  const { size, from } = source;
  // Unasked, nobody is to lose the way to go on with a large upload where it broke.
  if (!wish.exactly || wish.most < 2) return false;
  if (size === null || from === null || !isLargeEnough(size, wish)) return false;
  if (row.inOnePiece || goingOn(row.batch.choice) !== 'bytes' || path !== remotePartPath(row.remotePath)) return false;
  // Neither size nor time of a part with holes in it says that it is whole.
  const unproved = partThere(path, { removable: true });
  row.leftover = unproved;
  job.queue.keep(row);
  const joining = await joiningOf(job, path, source, size);
  if (joining === null) {
    row.inOnePiece = true;
    return false;
  }
  if (!(await sendPieces(job, joining, { from, size, wish }))) {
    session.learn('piecesFail', NOT_JOINED, []);
    return false;
  }
  const { modifiedMs } = source;
  row.leftover = { ...unproved, sourceSize: size, sourceModifiedMs: modifiedMs, allSent: true, sizeProves: true };
  return true;
};

interface Sending {
  readonly from: (offset: number) => DataSource;
  readonly size: number;
  readonly wish: SegmentWish;
}

/** Whether all of it is there as one file; false where the server would not have it so. */
const sendPieces = async (job: Job, joining: Joining, { from, size, wish }: Sending): Promise<boolean> => {
  const { row, run, connection } = job;
  const counter = { bytes: joining.first };
  run.progress = { base: 0, counter };
  job.queue.setTransferred(row, 0);
  const plan = new SegmentPlan([{ from: joining.first, to: size }], size, wish.exactly ? wish.most : 1);
  const begun = new Set<number>();
  const stored = new Set<number>();
  const move = async ({ connection: ftp }: Member, piece: Piece, signal: AbortSignal): Promise<PieceResult> => {
    const { path, start } = joining.target(piece.from);
    const bytes = upTo(from(piece.from), piece);
    const counting = countingInto(counter, piece.counter);
    begun.add(piece.from);
    try {
      await ftp.store(path, bytes, { ...transferOptions(job, counting), start, signal });
      if (bytes.ranDry)
        throw localFault('changed-meanwhile', row.localPath, 'the file became shorter while it was sent');
      stored.add(piece.from);
      return { to: bytes.reached, thrown: null };
    } catch (thrown) {
      // How much of it the server has kept nobody knows: all of it is sent again.
      counting.bytes = 0;
      return { to: piece.from, thrown };
    }
  };
  const team = new SegmentTeam(plan, move, run.abort.signal);
  const running = team.run(connection);
  void recruit(job, team, { wish, plan, isSame: joining.isSame, provesFirst: true, bytes: () => counter.bytes });
  const fault = await running;
  const isJoined = fault === null && (await joining.join([...stored].toSorted((one, other) => one - other)));
  const left = [...begun].filter((place) => !isJoined || !stored.has(place));
  if (!connection.closed) await joining.giveUp(left);
  if (fault === null) return isJoined;
  if (isRefusal(fault) && fault.fault.code >= 500) return false;
  throw fault;
};

/** A source that ends where its piece does. */
interface PieceSource extends DataSource {
  /** Up to where it was read. */
  readonly reached: number;
  /** The file had no more, though the piece has. */
  readonly ranDry: boolean;
}

const upTo = (source: DataSource, piece: Piece): PieceSource => {
  let reached = piece.from;
  let ranDry = false;
  return {
    get reached() {
      return reached;
    },
    get ranDry() {
      return ranDry;
    },
    read: async (into) => {
      const length = Math.min(into.length, piece.to - reached);
      if (length <= 0) return 0;
      const read = await source.read(into.subarray(0, length));
      ranDry = read === 0;
      reached += read;
      return read;
    },
  };
};
