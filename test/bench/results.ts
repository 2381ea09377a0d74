import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { chartOf } from './chart.ts';
import type { Comparison } from './comparison.ts';

/** Writes the comparisons as JSON, with what they were measured on, and as a chart. */
export const writeResults = async (folder: string, comparisons: readonly Comparison[], began: Date): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const measuredOn = {
    began: began.toISOString(),
    node: process.version,
    platform: process.platform,
    architecture: process.arch,
    processors: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    load: loadavg(),
  };
  await writeFile(join(folder, 'results.json'), `${JSON.stringify({ measuredOn, results: comparisons }, null, 2)}\n`);
  await writeFile(join(folder, 'chart.svg'), chartOf(comparisons));
};
