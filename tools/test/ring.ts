/** What came of one ring of tests. */
export interface RingResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** For the person, where something failed: which test and why. */
  readonly details: readonly string[];
}

/** A ring: a kind of test that can be run, timed and counted alone. */
export interface Ring {
  readonly name: string;
  /** Milliseconds after which what is still running is ended and the ring has failed. */
  readonly limit: number;
  /** What has to be on the machine and is not: null where the ring can run, else one line that says what to do. */
  readonly missing: () => Promise<string | null>;
  readonly run: (limit: number) => Promise<RingResult>;
}

export const oneFailure = (...details: readonly string[]): RingResult => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  details,
});

export const onePass: RingResult = { passed: 1, failed: 0, skipped: 0, details: [] };

const OUTPUT_LINES = 60;

/** The end of a program's output, where it says what went wrong. */
export const lastLines = (output: string): string => output.trimEnd().split('\n').slice(-OUTPUT_LINES).join('\n');
