import type { Pace } from '../../src/main/ftp/engine.ts';

/** A pace that gives a turn only when the test says so. */
export interface StepwisePace extends Pace {
  /** Bytes it was told of. */
  readonly told: number;
  /** Resolves when the transfer waits for its next turn. */
  waits(): Promise<void>;
  /** Gives the turn that is waited for. */
  step(): void;
  /** Gives all turns from now on. */
  letGo(): void;
}

export const stepwisePace = (piece: number): StepwisePace => {
  let told = 0;
  let free = false;
  let goOn: (() => void) | null = null;
  let asked = Promise.withResolvers<void>();
  const step = (): void => {
    const turn = goOn;
    goOn = null;
    turn?.();
  };
  return {
    piece,
    get told() {
      return told;
    },
    turn(bytes) {
      told += bytes;
      if (free) return null;
      asked.resolve();
      asked = Promise.withResolvers();
      return new Promise((resolve) => {
        goOn = resolve;
      });
    },
    waits: () => (goOn === null ? asked.promise : Promise.resolve()),
    step,
    letGo() {
      free = true;
      step();
    },
  };
};
