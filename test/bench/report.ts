import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measured } from './interleaved.ts';

/** One work, done by Longshore and by its peers. */
export interface Comparison {
  readonly work: string;
  readonly server: string;
  readonly longshore: Measured;
  readonly peers: readonly Peer[];
  /** Of a work over a long wire: what its time is in round trips; null where there is no delay. */
  readonly roundTrips: RoundTrips | null;
}

export interface Peer {
  readonly measured: Measured;
  /** At most this many times the peer's median is what Longshore is meant to take; null: no aim. */
  readonly target: number | null;
}

export interface RoundTrips {
  /** Of one round trip. */
  readonly seconds: number;
  /** How many of what `unit` says the time is for. */
  readonly count: number;
  /** `a file`; empty where the work is one thing. */
  readonly unit: string;
  /** At most this many are what Longshore is meant to take; null: no aim. */
  readonly target: number | null;
}

/**
 *     200 files of 4 KiB down, passive, 40 ms, vsftpd
 *       longshore  24.10 s (23.90 to 24.50)  3.01 round trips a file (target 3.2)
 *       lftp       32.20 s (32.10 to 32.40)  4.03 round trips a file   longshore takes 0.75 of it (target 0.8)
 */
export const printComparison = (comparison: Comparison): void => {
  const { work, server, longshore, peers, roundTrips } = comparison;
  console.log(`${work}, ${server}`);
  console.log(`  ${line(longshore, roundTrips)}${aim(roundTrips?.target ?? null)}`);
  for (const peer of peers) {
    const share = `longshore takes ${ratio(longshore, peer).toFixed(2)} of it`;
    console.log(`  ${line(peer.measured, roundTrips)}   ${share}${aim(peer.target)}`);
  }
};

/** Writes the comparisons as JSON, with what they were measured on. */
export const writeComparisons = async (folder: string, comparisons: readonly Comparison[]): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'results.json');
  const measuredOn = { node: process.version, platform: process.platform, architecture: process.arch };
  const results = comparisons.map((comparison) => ({
    ...comparison,
    peers: comparison.peers.map((peer) => ({ ...peer, ratio: ratio(comparison.longshore, peer) })),
  }));
  await writeFile(path, `${JSON.stringify({ measuredOn, results }, null, 2)}\n`);
  return path;
};

const line = ({ name, median, seconds }: Measured, roundTrips: RoundTrips | null): string => {
  const spread = `(${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})`;
  const time = `${name.padEnd(10)} ${median.toFixed(2)} s ${spread}`;
  if (roundTrips === null) return time;
  const count = median / roundTrips.seconds / roundTrips.count;
  return `${time}  ${count.toFixed(2)} round trips ${roundTrips.unit}`.trimEnd();
};

const aim = (target: number | null): string => (target === null ? '' : ` (target ${target})`);

const ratio = (longshore: Measured, { measured }: Peer): number => longshore.median / measured.median;
