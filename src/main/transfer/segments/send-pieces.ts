import { bytesIn, joinRanges, missingRanges } from '#shared/ftp/byte-range.ts';
import type { DataSource } from '../../ftp/engine.ts';
import { localFault } from '../../local/local-fault.ts';
import { transferOptions } from '../moving/transfer-options.ts';
import type { Job } from '../rows/job.ts';
import type { UploadPieces } from '../rows/transfer-row.ts';
import { isRefusal } from '../server/refusal.ts';
import { countingInto } from './counting.ts';
import type { Joining } from './joined-pieces.ts';
import { watchForTurns } from './one-at-a-time.ts';
import { upToEnd } from './piece-source.ts';
import { recruit, type SegmentWish } from './recruit.ts';
import { type Piece, SegmentPlan } from './segment-plan.ts';
import { type Member, type PieceResult, SegmentTeam } from './segment-team.ts';
import { begunRanges, reachOf, type SentPart } from './sent-pieces.ts';

export interface Sending {
  readonly part: SentPart;
  /** The bytes of the source from a place on. */
  readonly from: (offset: number) => DataSource;
  /** Bytes of the file. */
  readonly size: number;
  readonly wish: SegmentWish;
  /** What of it is there already, and where an earlier try began pieces. */
  readonly have: UploadPieces;
  /** Told how far it is before each piece is begun, and when it is stored. */
  readonly keep: (sent: UploadPieces) => void;
}

/**
 * Sends what is missing of a file over the row's connection and those that come to help, and has it joined.
 * @returns whether all of it is there as one file; false where the server would not have it so
 * Faults: the engine's and the source's.
 */
export const sendPieces = async (job: Job, joining: Joining, sending: Sending): Promise<boolean> => {
  const { part, from, size, wish, have, keep } = sending;
  const { row, run, connection, session } = job;
  const counter = { bytes: bytesIn(have.stored) };
  run.progress = { base: 0, counter };
  job.queue.setTransferred(row, counter.bytes);
  const plan = new SegmentPlan(missingRanges(have.stored, size), size, wish.exactly ? wish.most : 1);
  const stored = [...joinRanges(have.stored)];
  const places = new Set(have.places);
  const sent = (): UploadPieces => ({ stored: joinRanges(stored), places: [...places] });

  const takeTurns = (): void => {
    plan.stopCutting();
    session.learn('piecesFail', ONE_AT_A_TIME, []);
  };

  const move = async ({ connection: ftp }: Member, piece: Piece, signal: AbortSignal): Promise<PieceResult> => {
    const counting = countingInto(counter, piece.counter);
    const wasBegun = places.has(piece.from);
    places.add(piece.from);
    keep(sent());
    try {
      const begun = begunRanges(sent(), piece.to).find((range) => range.from === piece.from);
      const begin =
        wasBegun && begun && joining.keepsPieces
          ? await reachOf({ ...part, connection: ftp, signal }, begun)
          : piece.from;
      if (begin > piece.from) counting.bytes = begin - piece.from;
      const { path, start } = joining.target(begin);
      const bytes = upToEnd(from(begin), begin, piece);
      const turn = watchForTurns(piece, plan, () => counter.bytes, takeTurns);
      const options = { ...transferOptions(job, counting), start, signal, onPreliminary: turn.begun };
      await ftp.store(path, bytes, options).finally(turn.end);
      if (bytes.ranDry)
        throw localFault('changed-meanwhile', row.localPath, 'the file became shorter while it was sent');
      stored.push({ from: piece.from, to: bytes.reached });
      keep(sent());
      return { to: bytes.reached, thrown: null };
    } catch (thrown) {
      // How much of it is there is asked of the server when somebody goes on with it.
      counting.bytes = 0;
      return { to: piece.from, thrown };
    }
  };

  const team = new SegmentTeam(plan, move, run.abort.signal);
  const running = team.run(connection);
  if (wish.most > 1)
    void recruit(job, team, { wish, plan, isSame: joining.isSame, provesFirst: true, bytes: () => counter.bytes });
  const fault = await running;
  const pieces = stored.toSorted((one, other) => one.from - other.from);
  const isJoined = fault === null && (await joining.join(pieces));
  const left = [...places].filter((place) => !isJoined || !stored.some(({ from }) => from === place));
  if (!connection.closed) await joining.giveUp(left);
  if (fault === null) return isJoined;
  if (isRefusal(fault) && isAboutPieces(fault.fault.code)) return false;
  throw fault;
};

const ONE_AT_A_TIME = 'it lets one connection at a time write to a file, files are sent in one piece';

/** A permanent no to a piece. Login, account and room on the disk are not about it. */
const isAboutPieces = (code: number): boolean => code >= 500 && ![530, 532, 552].includes(code);
