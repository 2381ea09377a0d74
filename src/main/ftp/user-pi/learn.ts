import type { LearnedFacts } from '../engine.ts';
import type { Interpreter } from './interpreter.ts';

/** What is said about a fact that was learned, or no longer holds; null: it is said elsewhere. */
const WORDS: Readonly<Record<keyof LearnedFacts, readonly [holds: string, ceased: string] | null>> = {
  epsvFails: ['EPSV does not work, data connections begin with PASV', 'EPSV works'],
  passiveFails: ['passive data connections do not work, active ones are tried first', 'passive is tried first again'],
  mlsdFails: ['MLSD does not work, directories are listed with LIST', 'MLSD works'],
  hadTls: null,
  pipeliningFails: [
    'commands sent ahead of replies confuse it, so they go one after another',
    'commands go ahead again',
  ],
  interruptFails: ["Telnet's interrupt confuses it, ABOR goes alone", "Telnet's interrupt goes before ABOR again"],
};

/** Sets a fact about the server for this connection and all to come, and tells whoever keeps such facts. */
export const learn = ({ options }: Interpreter, fact: keyof LearnedFacts, holds = true): void => {
  const { learned, observer, onLearned } = options;
  if (learned[fact] === holds) return;
  learned[fact] = holds;
  const words = WORDS[fact];
  if (words !== null) observer.note(`learned about this server: ${holds ? words[0] : words[1]}`);
  onLearned(learned);
};
