import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import type { Names } from '../../session/names/session-names.ts';
import type { AccountKey } from './accounts.ts';
import { type FindFolding, LocalClaims } from './local-claims.ts';
import { RemoteFolders } from './remote-folders.ts';

/** What was dropped or sent in one go. An answer "for all" holds for its batch. */
export interface Batch {
  readonly id: number;
  readonly sessionId: AccountKey;
  readonly siteTitle: string;
  /** `host:port`: two sessions of one server lead to the same files. */
  readonly server: string;
  /** How pathnames there read, and what names from here are there. */
  readonly names: Names;
  /** How its files are moved. */
  readonly choice: TransferChoice;
  readonly folders: RemoteFolders;
  /** Which places here are whose. */
  readonly claims: LocalClaims;
  /** The answer that holds for every further conflict. */
  remembered: ConflictAction | null;
  /** Settles when the last question asked so far is answered: a batch asks one at a time. */
  lastQuestion: Promise<void>;
}

/** @param keepAnswer told of each answer "for all", so that it outlasts the program */
export const createBatch = (
  {
    remembered,
    ...facts
  }: Pick<Batch, 'id' | 'sessionId' | 'siteTitle' | 'server' | 'names' | 'choice' | 'remembered'>,
  foldingOf: FindFolding,
  keepAnswer: (action: ConflictAction | null) => void = () => {},
): Batch => {
  let answer = remembered;
  return {
    ...facts,
    folders: new RemoteFolders(),
    claims: new LocalClaims(foldingOf),
    get remembered() {
      return answer;
    },
    set remembered(action) {
      answer = action;
      keepAnswer(action);
    },
    lastQuestion: Promise.resolve(),
  };
};
