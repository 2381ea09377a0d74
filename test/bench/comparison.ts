import type { Measured } from './interleaved.ts';

/** One work, done by Longshore and by others. */
export interface Comparison {
  readonly work: string;
  readonly server: string;
  /** Null where it is not the command line that is measured. */
  readonly longshore: Measured | null;
  readonly peers: readonly Measured[];
  /** The same bytes without a client: the least it can take. */
  readonly floors: readonly Measured[];
  /** Of a work over a long wire: what its time is in round trips; null where there is no delay. */
  readonly roundTrips: RoundTrips | null;
  /** What Longshore is meant to take, and takes. */
  readonly judgements: readonly Judgement[];
}

export interface RoundTrips {
  /** Of one round trip. */
  readonly seconds: number;
  /** How many of what `unit` says the time is for. */
  readonly count: number;
  /** `a file`; empty where the work is one thing. */
  readonly unit: string;
}

/** One figure that has an aim. */
export interface Judgement {
  /** `of the time of curl`, `MiB of memory`. */
  readonly what: string;
  /** Whose time it is a share of; null where it is no share of a time. */
  readonly of: string | null;
  readonly value: number;
  /** At most this is the aim. */
  readonly target: number;
}

/** Bytes of memory that Longshore is to stay under in every work. */
const MOST_MEMORY_MIB = 120;

export const isHit = ({ value, target }: Judgement): boolean => value <= target;

/** The fastest of those that did the work; null where none did. */
export const bestOf = (measured: readonly Measured[]): Measured | null =>
  measured
    .filter(({ runs, failed }) => runs.length > 0 && failed === null)
    .reduce<Measured | null>((best, one) => (best === null || one.median < best.median ? one : best), null);

/** Longshore's share of the time of the best of `others`; nothing where there is none. */
export const shareOfBest = (longshore: Measured, others: readonly Measured[], target: number): readonly Judgement[] => {
  const best = bestOf(others);
  return best === null
    ? []
    : [{ what: `of the time of ${best.name}`, of: best.name, value: longshore.median / best.median, target }];
};

/** Whether Longshore stays small. */
export const memoryJudgement = ({ peakBytes }: Measured): readonly Judgement[] =>
  peakBytes === null ? [] : [{ what: 'MiB of memory', of: null, value: peakBytes / 2 ** 20, target: MOST_MEMORY_MIB }];
