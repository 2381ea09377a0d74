import type { DatabaseSync } from 'node:sqlite';
import type { Preferences } from '#shared/model/preferences.ts';
import type { TransferView } from '#shared/model/transfer.ts';
import type { Asker } from '../../prompts/asker.ts';
import type { Sessions } from '../../session/session-access.ts';
import type { TransferSessions } from '../batches/dormant-accounts.ts';
import type { FindFolding } from '../batches/local-claims.ts';
import type { SiteRules } from '../decisions/site-rules.ts';
import type { FindIds } from '../kept/find-ids.ts';
import type { Pacing } from '../pacing/pacing.ts';

/** What the queue needs of the rest of the program. */
export interface TransferDependencies {
  readonly sessions: Sessions;
  readonly asker: Asker;
  /** Read whenever a connection may be added, so that a change of the preference counts at once. */
  readonly preferences: () => Pick<
    Preferences,
    'connectionsPerSite' | 'connectionsInTotal' | 'segmentsPerFile' | 'conflictRules' | 'verification'
  >;
  /** Whether a large file is to have `segmentsPerFile` connections from the start, whatever they are worth. */
  readonly segmentsExactly?: boolean;
  /** The rules of saved sites about files that are there already; where left out, those that a session was connected with. */
  readonly siteRules?: SiteRules;
  /** Left out: nothing is held back. */
  readonly pacing?: Pacing | undefined;
  /** The program's store, where the queue is kept; without it the queue lasts as long as the program. */
  readonly database?: DatabaseSync;
  /** Finds rows for views in another thread; without it in this one. */
  readonly findIds?: FindIds;
  /** Connects to accounts whose transfers are to go on. Without it somebody has to have connected. */
  readonly transferSessions?: TransferSessions;
  /** Whether transfers of an earlier run go on by themselves; they do where it is left out. */
  readonly goesOnAtStart?: () => boolean;
  /** Told where what an earlier run left cannot all be read. What is added goes on all the same. */
  readonly onBroken?: (error: unknown) => void;
  /** Whether rows that are done or skipped are forgotten at once: they are counted and in no list. */
  readonly forgetsFinished?: boolean;
  /** Rows that may wait before a folder is read on only when some are done; left out: any number. */
  readonly mostWaiting?: number;
  /** Whether a site always has as many connections as it may have, also where large files need fewer. */
  readonly connectionsExactly?: boolean;
  /**
   * Milliseconds before the first, second, … further try of a transfer or of connecting; when they are used up it has
   * failed. Left out: pauses that grow, and a site that cannot be reached is waited for.
   */
  readonly retryPauses?: readonly number[];
  /** Which names a folder's disk takes for the same; found by trying where it is left out. */
  readonly foldingOf?: FindFolding;
  /** Told of each transfer once it is done, skipped, failed or of unknown outcome, and how long it was worked on. */
  readonly onFinished?: (transfer: TransferView, activeMs: number) => void;
}
