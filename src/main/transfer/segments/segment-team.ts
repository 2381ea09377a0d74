import { setTimeout as pause } from 'node:timers/promises';
import { FaultError, toFault } from '#shared/fault.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import type { SpareConnection } from '../rows/job.ts';
import { isRefusal } from '../server/refusal.ts';
import type { Piece, SegmentPlan } from './segment-plan.ts';

/** How one connection got on with a piece. */
export interface PieceResult {
  /** Up to where all bytes of the piece are surely in their place. */
  readonly to: number;
  /** What ended it before its end; null where nothing did. */
  readonly thrown: unknown;
}

/** A connection that may be at work, as one of several. */
export interface Member {
  readonly connection: UserFtp;
  /** Whether it shows the same file as the others, which may be on its way: nothing of another one is to be kept. */
  readonly isSame: Promise<boolean>;
}

/** Moves a piece over a connection; `signal` fires when it is to be left where it stands. Never throws. */
export type MovePiece = (member: Member, piece: Piece, signal: AbortSignal) => Promise<PieceResult>;

/** Milliseconds that a server is given to let go of a piece that nobody waits for any more. */
const PATIENCE = 2_000;

/** Milliseconds between two looks of the row's own connection at whether another has become so slow that it can help there. */
const LOOK = 500;

/** Faults after which a connection is left alone: what the row does then, pauses included, is not for here. */
const MOST_FAULTS = 3;

/**
 * The connections that move one file. A fault costs only the piece it happened in, which another connection, or the
 * same one, goes on with; one of this computer's ends all.
 */
export class SegmentTeam {
  readonly #plan: SegmentPlan;
  readonly #move: MovePiece;
  readonly #ended: AbortSignal;
  readonly #stop = new AbortController();
  readonly #helping = new Set<Promise<void>>();
  #changed = Promise.withResolvers<void>();
  #fault: FaultError | null = null;
  #isOver = false;
  /** Connections at work. */
  #size = 0;

  /** @param ended fires when the row is ended by a person or the program */
  constructor(plan: SegmentPlan, move: MovePiece, ended: AbortSignal) {
    this.#plan = plan;
    this.#move = move;
    this.#ended = ended;
  }

  get size(): number {
    return this.#size;
  }

  /** Nobody is at work any more, nor will be. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * Has all pieces moved, over `own`, the row's own connection, and those that come to help meanwhile.
   * @returns what stood in the way where something is still missing, which the plan tells; null where nothing is
   */
  async run(own: UserFtp): Promise<FaultError | null> {
    await this.#work({ connection: own, isSame: Promise.resolve(true) }, this.#signal(), true);
    while (this.#helping.size > 0) await Promise.all(this.#helping);
    this.#isOver = true;
    if (this.#plan.isDone) return null;
    return this.#fault ?? new FaultError({ kind: 'cancelled', stage: 'after-preliminary-reply' });
  }

  /**
   * One more connection, which is given back when there is nothing to do for it, or when it is needed elsewhere.
   * @param isSame as of a member; never rejects
   */
  async help({ connection, wanted, giveBack }: SpareConnection, isSame: Promise<boolean>): Promise<void> {
    const another = new AbortController();
    void isSame.then((same) => {
      if (!same) another.abort();
    });
    const signal = this.#signal(wanted, another.signal);
    const destroy = (): void => connection.destroy();
    let impatience: NodeJS.Timeout | null = null;
    // Of the row's own connection somebody else takes care.
    const begin = (): void => {
      impatience = setTimeout(destroy, PATIENCE);
    };
    signal.addEventListener('abort', begin, { once: true });
    const helping = this.#work({ connection, isSame }, signal, false).finally(() => {
      signal.removeEventListener('abort', begin);
      if (impatience !== null) clearTimeout(impatience);
      giveBack();
    });
    this.#helping.add(helping);
    await helping;
    this.#helping.delete(helping);
  }

  #signal(...more: readonly AbortSignal[]): AbortSignal {
    return AbortSignal.any([this.#ended, this.#stop.signal, ...more]);
  }

  /** One piece after the other; `stays` where it waits for what others may leave. */
  async #work(member: Member, signal: AbortSignal, stays: boolean): Promise<void> {
    const plan = this.#plan;
    const { connection } = member;
    const aborted = firing(signal);
    this.#size += 1;
    for (let faults = 0; faults < MOST_FAULTS && !signal.aborted && !connection.closed; ) {
      const piece = plan.take();
      if (piece === null) {
        if (!stays || plan.isDone) break;
        await Promise.race([this.#changed.promise, aborted, pause(LOOK, undefined, { ref: false })]);
        continue;
      }
      const { to, thrown } = await this.#move(member, piece, signal);
      plan.end(piece, to);
      this.#tell();
      if (thrown === null || signal.aborted) continue;
      faults += 1;
      this.#met(thrown);
      if (isRefusal(thrown)) break;
    }
    this.#size -= 1;
    this.#tell();
  }

  #met(thrown: unknown): void {
    const fault = thrown instanceof FaultError ? thrown : new FaultError(toFault(thrown, 'after-preliminary-reply'));
    const endsAll = fault.fault.kind === 'local-file' || fault.fault.kind === 'defect';
    if (endsAll || this.#fault === null) this.#fault = fault;
    if (endsAll) this.#stop.abort();
  }

  #tell(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}

const firing = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
