import { availableServers } from '../interop/servers/every-server.ts';
import type { BenchOptions } from './bench-options.ts';
import type { Comparison } from './comparison.ts';
import { compareLargeDirectory } from './large-directory.ts';
import { compareLargeFile } from './large-file.ts';
import { compareLogin } from './login.ts';
import { compareMemory } from './memory.ts';
import { printComparison } from './report.ts';
import { writeResults } from './results.ts';
import { compareSegments } from './segments.ts';
import { compareSmallFiles } from './small-files.ts';
import { measureWindow } from './window.ts';

const RUNNERS = {
  segments: compareSegments,
  'large-file': compareLargeFile,
  'large-directory': compareLargeDirectory,
  login: compareLogin,
  'small-files': compareSmallFiles,
  memory: compareMemory,
  window: measureWindow,
} as const satisfies Record<string, (options: BenchOptions) => AsyncIterable<Comparison>>;

export type Work = keyof typeof RUNNERS;
export const WORKS: readonly Work[] = [
  'large-file',
  'small-files',
  'segments',
  'large-directory',
  'login',
  'memory',
  'window',
];

/**
 * Measures Longshore beside its peers on the same work. Prints each comparison as it is had and leaves all of them in
 * the folder of `options`.
 *
 * @throws Error where the servers cannot run here
 */
export const runBenchmarks = async (works: readonly Work[], options: BenchOptions): Promise<void> => {
  const { reason } = await availableServers();
  if (reason !== null) throw new Error(`nothing measured: ${reason}`);
  const began = new Date();
  const comparisons: Comparison[] = [];
  for (const work of works)
    for await (const comparison of RUNNERS[work](options)) {
      printComparison(comparison);
      comparisons.push(comparison);
      // After each of them: what takes hours may be ended early.
      await writeResults(options.folder, comparisons, began);
    }
  console.log(`written to ${options.folder}`);
};
