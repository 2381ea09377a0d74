import { FaultError } from '#shared/fault.ts';
import { type ByteRange, bytesIn, joinRanges, missingRanges } from '#shared/ftp/byte-range.ts';
import { atOffset } from '../../ftp/defaults.ts';
import type { ByteCounter, DataSink, UserFtp } from '../../ftp/engine.ts';
import type { PartFile } from '../../local/part-file.ts';
import type { PartSink } from '../../local/part-sink.ts';
import { goingOn } from '../decisions/choice-facts.ts';
import { keepProgress } from '../moving/keep-progress.ts';
import { compareReceived } from '../moving/receive-file.ts';
import type { SourceNow } from '../moving/resume.ts';
import { beginAnew } from '../moving/set-aside.ts';
import { transferOptions } from '../moving/transfer-options.ts';
import type { Job, JobResult } from '../rows/job.ts';
import { partHere } from '../rows/new-leftover.ts';
import type { DownloadLeftover, TransferRow } from '../rows/transfer-row.ts';
import { isRefusal } from '../server/refusal.ts';
import { countingInto, countingTo, isLargeEnough } from './counting.ts';
import { recruit, type SegmentWish } from './recruit.ts';
import { expectSameEnds } from './same-ends.ts';
import { isSameFile } from './same-file.ts';
import { type Piece, SegmentPlan } from './segment-plan.ts';
import { type Member, type PieceResult, SegmentTeam } from './segment-team.ts';

/**
 * Whether a file of so many bytes is received in pieces: a large one over several connections, and one that came so in
 * an earlier try over however many there are. Only bytes that are the same here and there can be counted in pieces.
 */
export const comesInPieces = (row: TransferRow, size: number | null, wish: SegmentWish): boolean => {
  if (size === null || row.inOnePiece || goingOn(row.batch.choice) !== 'bytes') return false;
  const begun = row.leftover?.kind === 'download' && row.leftover.further.length > 0;
  return begun || (wish.most > 1 && isLargeEnough(size, wish));
};

/**
 * Receives what is missing of a file into its part, over the row's connection and those that come to help. Null when the
 * whole file is in the part file. Whatever else happens, the part file is closed, and what of it can be gone on with is
 * told in the row's `leftover`.
 *
 * @param have what of the file is in the part already
 * @param now what the server's file is, to be the same on every connection and when all has come
 * Faults: the engine's and `local-file`.
 */
export const receiveInSegments = async (
  job: Job,
  part: PartFile,
  have: readonly ByteRange[],
  now: SourceNow & { readonly size: number },
  wish: SegmentWish,
): Promise<JobResult | null> => {
  const { row, run } = job;
  const plan = new SegmentPlan(missingRanges(have, now.size), now.size, wish.exactly ? wish.most : 1);
  const base = bytesIn(have);
  let wentWrong = false;
  let early: Promise<void> | null = null;
  // With all of it here that is asked at once, while those that were stopped behind what was wanted still have to answer.
  const counter = countingTo(now.size - base, () => {
    if (!plan.wasCut && base === 0) return;
    early = wentWrong || job.connection.closed ? null : expectSame(job, now);
    early?.catch(() => {});
  });
  const kept = [...have];
  const coming = new Set<() => ByteRange>();
  run.progress = { base, counter };
  job.queue.setTransferred(row, base);
  try {
    await expectSameEnds(job, part, have);
  } catch (thrown) {
    return await setAside(job, part, have, now, thrown);
  }

  const move = async (member: Member, piece: Piece, signal: AbortSignal): Promise<PieceResult> => {
    const sink = part.sinkAt(piece.from);
    const here = (): ByteRange => ({ from: piece.from, to: Math.max(piece.from, sink.written()) });
    coming.add(here);
    const { to, thrown } = await receivePiece(job, sink, { ...member, piece, signal, plan, counter });
    coming.delete(here);
    kept.push({ from: piece.from, to: Math.max(piece.from, to) });
    // What came twice was counted twice.
    if (thrown !== null) wentWrong = true;
    return { to, thrown };
  };
  const team = new SegmentTeam(plan, move, run.abort.signal);
  const isSame = (connection: UserFtp): Promise<boolean> => isSameFile(connection, row.remotePath, now);
  const running = team.run(job.connection);
  if (wish.most > 1) void recruit(job, team, { wish, plan, isSame, provesFirst: false, bytes: () => counter.bytes });
  const keeping = keepProgress(job, part, Promise.resolve(now), () =>
    inPart(joinRanges([...kept, ...[...coming].map((here) => here())])),
  );
  const fault = await running;
  await keeping.end();
  try {
    if (fault !== null) throw fault;
    if (plan.wasCut || base > 0) await ((wentWrong ? null : early) ?? expectSame(job, now));
    await compareReceived(job, part, now.size);
    return null;
  } catch (thrown) {
    return await setAside(job, part, joinRanges(kept), now, thrown);
  }
};

interface PieceMove extends Member {
  readonly piece: Piece;
  readonly signal: AbortSignal;
  readonly plan: SegmentPlan;
  /** Of all pieces together. */
  readonly counter: ByteCounter;
}

const receivePiece = async (
  job: Job,
  sink: PartSink,
  { connection, isSame, piece, signal, plan, counter }: PieceMove,
): Promise<PieceResult> => {
  const proved: DataSink = {
    write: async (chunk) => {
      if (!(await isSame)) throw new FaultError({ kind: 'cancelled', stage: 'after-preliminary-reply' });
      await sink.write(chunk);
    },
  };
  let thrown: unknown = null;
  try {
    await connection.retrieve(job.row.remotePath, proved, {
      ...transferOptions(job, countingInto(counter, piece.counter)),
      start: atOffset(piece.from),
      extent: {
        get length() {
          // As long as it is one piece it is received to its end, wherever that is by now, like any other file.
          return plan.wasCut ? piece.to - piece.from : Number.POSITIVE_INFINITY;
        },
      },
      signal,
    });
  } catch (error) {
    thrown = error;
  }
  // What waits for it has to be with the sink before that is asked.
  await isSame;
  const to = await sink.settled();
  if (to >= piece.to && !isLocal(thrown)) thrown = null;
  if (to < piece.to && thrown === null) thrown = endedEarly(piece, to);
  return { to, thrown };
};

const isLocal = (thrown: unknown): boolean => thrown instanceof FaultError && thrown.fault.kind === 'local-file';

const endedEarly = ({ from, to }: Piece, at: number): FaultError =>
  new FaultError({
    kind: 'data-connection',
    stage: 'after-preliminary-reply',
    cause: 'closed',
    detail: `the data connection ended at ${at}, in the middle of ${from} to ${to}`,
  });

/**
 * What came in pieces is one file only where the source did not change meanwhile. The row's connection may be gone by
 * now, then another one is asked.
 * Faults: the engine's; `size-mismatch` where it is another file by now.
 */
const expectSame = async (job: Job, now: SourceNow): Promise<void> => {
  const { row, connection } = job;
  const spares = connection.closed ? await job.spare(1) : [];
  const asked = connection.closed ? spares[0]?.connection : connection;
  try {
    if (asked === undefined) throw lostConnection(connection);
    if (await isSameFile(asked, row.remotePath, now)) return;
  } finally {
    for (const { giveBack } of spares) giveBack();
  }
  const detail = `${row.remotePath} was changed while it came in pieces`;
  throw new FaultError({ kind: 'protocol', stage: 'finishing', reason: 'size-mismatch', detail });
};

const lostConnection = ({ host, port }: UserFtp): FaultError =>
  new FaultError({
    kind: 'control-connection',
    stage: 'finishing',
    cause: 'closed',
    host,
    port,
    detail: 'no connection is left to ask whether the file is still the same',
  });

/** After a fault: what can be gone on with is kept. A file whose pieces do not fit together begins anew, in one piece. */
const setAside = async (
  job: Job,
  part: PartFile,
  kept: readonly ByteRange[],
  now: SourceNow,
  thrown: unknown,
): Promise<JobResult> => {
  const { row } = job;
  const changed = thrown instanceof FaultError && thrown.fault.kind === 'protocol';
  if (changed || (isRefusal(thrown) && thrown.fault.code >= 500 && kept.length > 0)) {
    await part.discard();
    beginAnew(row);
    row.inOnePiece = true;
    return { kind: 'again' };
  }
  await part.keepTo(kept.at(-1)?.to ?? 0);
  row.leftover = partHere({ ...inPart(kept), sourceSize: now.size, sourceModifiedMs: now.modifiedMs });
  throw thrown;
};

/** Ranges of the file that are here, in order: its beginning, and what lies behind. */
const inPart = (kept: readonly ByteRange[]): Pick<DownloadLeftover, 'at' | 'further'> => {
  const [first, ...others] = kept;
  return first?.from === 0 && first.to > 0
    ? { at: atOffset(first.to), further: others }
    : { at: atOffset(0), further: kept };
};
