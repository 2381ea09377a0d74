import type { Pace } from '../../../../src/main/ftp/engine.ts';
import type { FakeClock } from './fake-clock.ts';

/** A transfer as a pace sees it. */
export interface Mover {
  /** Bytes moved so far. */
  readonly moved: number;
  stop(): void;
}

/**
 * Moves pieces as the user-DTP does: one, then the next when its turn has come.
 * @param speed bytes a second that the line to its server would allow
 * @param told called with the bytes of each piece
 */
export const startMover = (clock: FakeClock, pace: Pace, speed: number, told: (bytes: number) => void): Mover => {
  let moved = 0;
  let stopped = false;
  const run = async (): Promise<void> => {
    while (!stopped) {
      const piece = Math.min(65_536, pace.piece);
      await new Promise<void>((goOn) => clock.after((piece / speed) * 1_000, goOn));
      const turn = pace.turn(piece);
      moved += piece;
      told(piece);
      if (turn !== null) await turn;
    }
  };
  void run();
  return {
    get moved() {
      return moved;
    },
    stop() {
      stopped = true;
    },
  };
};

/** How far what was moved is away from what should have been, as a part of it. */
export const awayFrom = (moved: number, expected: number): number => Math.abs(moved / expected - 1);
