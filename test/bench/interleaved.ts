import { setTimeout } from 'node:timers/promises';

/** What a work took once. */
export interface Run {
  /** Of wall time. */
  readonly seconds: number;
  /** Of processor time; null where it was not the whole process that was measured. */
  readonly cpuSeconds: number | null;
  /** Of the process's memory at its peak; null likewise. */
  readonly peakBytes: number | null;
}

/** One who is to be measured, by the name it has in the report. */
export interface Contestant {
  readonly name: string;
  /** Does the work once; whatever else has to be done for it is not counted. */
  readonly once: () => Promise<Run>;
}

/** All that was measured of one contestant. */
export interface Measured {
  readonly name: string;
  /** Those that count. */
  readonly runs: readonly Run[];
  /** Seconds of wall time. */
  readonly median: number;
  readonly cpuSeconds: number | null;
  /** The highest of all runs. */
  readonly peakBytes: number | null;
  /** Why there are no more runs than these: what the contestant complained about when it failed. */
  readonly failed: string | null;
}

/** How contestants are run. */
export interface MeasureOptions {
  readonly runs: number;
  /** Whether a run that does not count comes before, which fills the caches for all of them. */
  readonly warmUp: boolean;
}

/**
 * Milliseconds before each run. ProFTPD's main process sleeps for 200 ms, and then 200 ms more, after each signal: who comes
 * right behind a client that left waits that long for the greeting.
 */
const REST_MS = 600;

/**
 * Runs the contestants in turn, `runs` times each: whatever else the machine does meanwhile meets all of them alike. A
 * peer that fails is measured no further; the first contestant, whom all this is about, must not.
 */
export const measure = async (
  contestants: readonly Contestant[],
  { runs, warmUp }: MeasureOptions,
): Promise<readonly Measured[]> => {
  const courses = contestants.map((contestant) => ({ contestant, runs: [] as Run[], failed: null as string | null }));
  for (let round = warmUp ? -1 : 0; round < runs; round++)
    for (const course of courses) {
      if (course.failed !== null) continue;
      await setTimeout(REST_MS);
      try {
        const run = await course.contestant.once();
        if (round >= 0) course.runs.push(run);
      } catch (error) {
        if (course === courses[0]) throw error;
        course.failed = error instanceof Error ? error.message : String(error);
      }
    }
  return courses.map(({ contestant: { name }, runs: own, failed }) => summed(name, own, failed));
};

const summed = (name: string, runs: readonly Run[], failed: string | null): Measured => {
  const cpu = runs.map(({ cpuSeconds }) => cpuSeconds).filter((value) => value !== null);
  const peaks = runs.map(({ peakBytes }) => peakBytes).filter((value) => value !== null);
  return {
    name,
    runs,
    median: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: cpu.length === 0 ? null : median(cpu),
    peakBytes: peaks.length === 0 ? null : Math.max(...peaks),
    failed,
  };
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return lower === undefined || upper === undefined ? Number.NaN : (lower + upper) / 2;
};
