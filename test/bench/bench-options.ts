import type { Ports } from './clients/client.ts';

/** How much of the benchmark is wanted. */
export interface BenchOptions {
  /** The built command line. */
  readonly cli: string;
  /** Where the results are left. */
  readonly folder: string;
  readonly runs: number;
  /** Of those works that move many; null: each work's own. */
  readonly files: number | null;
  /** Bytes of the file of those works that move one; null: each work's own. */
  readonly bytes: number | null;
  /** Round trips in milliseconds; 0 is loopback. */
  readonly delaysMs: readonly number[];
  readonly ports: readonly Ports[];
  /** For many files at a time. */
  readonly connections: readonly number[];
  /** Names of peers that are left out. */
  readonly without: readonly string[];
  /** Only the server of this name; null: all. */
  readonly server: string | null;
  /** Smaller works, fewer runs: whether something has become slower, not by how much. */
  readonly quick: boolean;
  /** Whether dialogues are printed, a line a packet. */
  readonly trace: boolean;
}
