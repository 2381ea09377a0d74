import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

/** One who is to be measured, by the name it has in the report. */
export interface Contestant {
  readonly name: string;
  /** Does the work once and answers how many seconds it took; whatever else has to be done for it is not counted. */
  readonly once: () => Promise<number>;
}

export interface Measured {
  readonly name: string;
  /** Of each run that counts. */
  readonly seconds: readonly number[];
  readonly median: number;
}

/**
 * Milliseconds before each run. ProFTPD's main process sleeps for 200 ms, and then 200 ms more, after each signal: who comes
 * right behind a client that left waits that long for the greeting.
 */
const REST_MS = 600;

/**
 * Runs the contestants in turn, `runs` times each: whatever else the machine does meanwhile meets all of them alike.
 *
 * @param warmUp whether a run that does not count comes before, which fills the caches for all of them
 */
export const measure = async (
  contestants: readonly Contestant[],
  { runs, warmUp }: { readonly runs: number; readonly warmUp: boolean },
): Promise<readonly Measured[]> => {
  const run = async (contestant: Contestant): Promise<number> => {
    await setTimeout(REST_MS);
    return contestant.once();
  };
  if (warmUp) for (const contestant of contestants) await run(contestant);
  const seconds = contestants.map((): number[] => []);
  for (let round = 0; round < runs; round++)
    for (const [index, contestant] of contestants.entries()) seconds[index]?.push(await run(contestant));
  return contestants.map(({ name }, index) => {
    const own = seconds[index] ?? [];
    return { name, seconds: own, median: median(own) };
  });
};

/**
 * Wall time of a whole process in seconds. Its output goes nowhere.
 *
 * @throws Error for one that ends with a status other than 0
 */
export const timeOf = async (
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> => {
  const [program = '', ...words] = command;
  const began = performance.now();
  const child = spawn(program, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const [status] = await once(child, 'exit');
  const taken = (performance.now() - began) / 1_000;
  if (status !== 0) throw new Error(`${command.join(' ').slice(0, 200)} ended with status ${status}`);
  return taken;
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return lower === undefined || upper === undefined ? Number.NaN : (lower + upper) / 2;
};
