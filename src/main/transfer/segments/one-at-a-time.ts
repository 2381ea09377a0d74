import type { Piece, SegmentPlan } from './segment-plan.ts';

/** Milliseconds between two looks. */
const LOOK = 250;
/** Milliseconds after which others do not move any more: a slow line takes a large portion only now and then. */
const STANDSTILL = 1_000;
/** Milliseconds that they have to move at least while a piece waits: where the line rests, its reply rests too. */
const LEAST = 3_000;
/** And how many times as long as the quickest beginning took, which on a long way is most of it. */
const BEGINNINGS = 16;

/** The watch over one piece, until either is called. */
export interface TurnWatch {
  /** The server has answered: it is this piece's turn. */
  begun(): void;
  /** The piece is over. */
  end(): void;
}

/**
 * Watches a piece whose STOR is being sent for a server that locks a file for whoever stores it, as vsftpd does: the next
 * one is answered when the one before is through, and several connections are slower than one is.
 *
 *     A   -> STOR part   <- 150                  … 226
 *     B        -> STOR part                           <- 150
 *
 * @param moved bytes that all pieces together have moved
 * @param found called once where this piece has waited long, and others moved meanwhile
 */
export const watchForTurns = (
  { counter }: Piece,
  plan: Pick<SegmentPlan, 'beginningMs'>,
  moved: () => number,
  found: () => void,
): TurnWatch => {
  // What this piece has on its way says nothing: it goes into buffers.
  const byOthers = (): number => moved() - counter.bytes;
  let before = byOthers();
  let restedMs = STANDSTILL;
  let movedMs = 0;
  const look = setInterval(() => {
    const now = byOthers();
    restedMs = now > before ? 0 : restedMs + LOOK;
    if (restedMs < STANDSTILL) movedMs += LOOK;
    before = now;
    if (movedMs < Math.max(LEAST, plan.beginningMs * BEGINNINGS)) return;
    clearInterval(look);
    found();
  }, LOOK);
  const end = (): void => clearInterval(look);
  return { begun: end, end };
};
