import { type Evidence, type LearnedOverrides, nothingLearned, type TransferFact } from '#shared/model/learned-fact.ts';
import type { SessionAccess } from './session-access.ts';

interface TransferFactsOptions {
  /** What holds to begin with, as the site has it where it has set something; nothing by default. */
  readonly known?: Readonly<Record<TransferFact, boolean>>;
  /** What the site has set: nothing is learned against it. */
  readonly overrides?: LearnedOverrides;
  /** A remark for the person. */
  readonly note: (text: string) => void;
  /** Keeps it for further sessions. */
  readonly remember?: (fact: TransferFact, evidence: Evidence) => void;
}

/** What transfers learn about a server, for the rest of the session and those to come. */
export const createTransferFacts = ({
  known = nothingLearned(),
  overrides = {},
  note,
  remember = () => {},
}: TransferFactsOptions): Pick<SessionAccess, 'knows' | 'learn'> => {
  const holds = { storesDirectly: known.storesDirectly, piecesFail: known.piecesFail };
  return {
    knows: (fact) => holds[fact],
    learn: (fact, words, evidence) => {
      if (holds[fact] || overrides[fact] !== undefined) return;
      holds[fact] = true;
      note(`learned about this server: ${words}`);
      remember(fact, evidence);
    },
  };
};
