import type { Words } from '../locales/words.ts';

/** Everything that can have happened, as far as the person can tell the difference or act differently on it. */
export type FaultSituation = keyof Words['faults']['situations'];

/** The names and numbers that stand in the sentences. */
export interface FaultValues {
  readonly host?: string;
  /** The hosts of a transfer between two servers. */
  readonly source?: string;
  readonly target?: string;
  readonly port?: string;
  readonly path?: string;
  readonly code?: string;
}

/** Words that are not ours: the server's, or the operating system's and the libraries'. */
export interface FaultDetail {
  readonly source: 'server' | 'system';
  readonly text: string;
}
