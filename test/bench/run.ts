import { availableServers } from '../interop/servers/every-server.ts';
import type { BenchOptions } from './bench-options.ts';
import { compareLargeDirectory } from './large-directory.ts';
import { compareLogin } from './login.ts';
import { type Comparison, printComparison, writeComparisons } from './report.ts';
import { compareSmallFiles } from './small-files.ts';

const RUNNERS = {
  'large-directory': compareLargeDirectory,
  login: compareLogin,
  'small-files': compareSmallFiles,
} as const satisfies Record<string, (options: BenchOptions) => AsyncIterable<Comparison>>;

export type Work = keyof typeof RUNNERS;
export const WORKS: readonly Work[] = ['large-directory', 'login', 'small-files'];

/**
 * Measures Longshore beside its peers on the same work. Prints each comparison as it is had and leaves all of them in
 * the folder of `options`.
 *
 * @throws Error where the servers cannot run here
 */
export const runBenchmarks = async (works: readonly Work[], options: BenchOptions): Promise<void> => {
  const { reason } = await availableServers();
  if (reason !== null) throw new Error(`nothing measured: ${reason}`);
  const comparisons: Comparison[] = [];
  for (const work of works)
    for await (const comparison of RUNNERS[work](options)) {
      printComparison(comparison);
      comparisons.push(comparison);
    }
  console.log(`written to ${await writeComparisons(options.folder, comparisons)}`);
};
