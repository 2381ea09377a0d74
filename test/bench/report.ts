import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measured } from './interleaved.ts';

/** One work, done by a peer and by Longshore. */
export interface Comparison {
  readonly work: string;
  readonly server: string;
  readonly peer: Measured;
  readonly longshore: Measured;
  /** At most this many times the peer's median is what Longshore is meant to take. */
  readonly target: number;
}

/** `name   curl 0.26 s   longshore 0.33 s   ratio 1.27 (target 1.5)`, a line a comparison. */
export const printComparison = (comparison: Comparison): void => {
  const { work, server, peer, longshore, target } = comparison;
  const times = [peer, longshore].map(({ name, median }) => `${name} ${median.toFixed(2)} s`).join('   ');
  console.log(`${work}, ${server}:   ${times}   ratio ${ratioOf(comparison).toFixed(2)} (target ${target})`);
};

/** Writes the comparisons as JSON, with what they were measured on. */
export const writeComparisons = async (folder: string, comparisons: readonly Comparison[]): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'results.json');
  const measuredOn = { node: process.version, platform: process.platform, architecture: process.arch };
  const results = comparisons.map((comparison) => ({ ...comparison, ratio: ratioOf(comparison) }));
  await writeFile(path, `${JSON.stringify({ measuredOn, results }, null, 2)}\n`);
  return path;
};

const ratioOf = ({ peer, longshore }: Comparison): number => longshore.median / peer.median;
