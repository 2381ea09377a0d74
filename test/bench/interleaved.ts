import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A command line to be measured, by the name it has in the report. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Measured {
  readonly name: string;
  /** Of each run, wall time of the whole process. */
  readonly seconds: readonly number[];
  readonly median: number;
}

/**
 * Runs the contestants in turn, `runs` times each after one run that does not count: whatever else the machine does
 * meanwhile meets all of them alike. Their output goes nowhere.
 *
 * @throws Error for one that ends with a status other than 0
 */
export const measure = async (contestants: readonly Contestant[], runs: number): Promise<readonly Measured[]> => {
  const seconds = contestants.map((): number[] => []);
  for (let run = 0; run <= runs; run++) {
    for (const [index, contestant] of contestants.entries()) {
      const taken = await timeOf(contestant);
      if (run > 0) seconds[index]?.push(taken);
    }
  }
  return contestants.map(({ name }, index) => {
    const own = seconds[index] ?? [];
    return { name, seconds: own, median: median(own) };
  });
};

const timeOf = async ({ name, command, environment }: Contestant): Promise<number> => {
  const [program = '', ...words] = command;
  const began = performance.now();
  const child = spawn(program, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const [status] = await once(child, 'exit');
  const taken = (performance.now() - began) / 1_000;
  if (status !== 0) throw new Error(`${name} ended with status ${status}`);
  return taken;
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
