import type { Ports } from './clients.ts';

/** Who is measured beside Longshore; the yardstick is the one its targets refer to. */
export type Peers = 'all' | 'yardstick' | 'none';

/** How much of the benchmark is wanted. */
export interface BenchOptions {
  /** The built command line. */
  readonly cli: string;
  /** Where the results are left. */
  readonly folder: string;
  /** Of those works that move many. */
  readonly files: number;
  readonly runs: number;
  /** Round trips in milliseconds; 0 is loopback. */
  readonly delaysMs: readonly number[];
  readonly ports: readonly Ports[];
  /** For works that take minutes a client. */
  readonly peers: Peers;
  /** Only the server of this name; null: all. */
  readonly server: string | null;
  /** Whether dialogues are printed, a line a packet. */
  readonly trace: boolean;
}
