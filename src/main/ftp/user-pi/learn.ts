import type { ConnectOptions, LearnedFacts } from '../engine.ts';

/** What is said about a fact that was learned, or no longer holds; null: it is said elsewhere. */
const WORDS: Readonly<Record<keyof LearnedFacts, readonly [holds: string, ceased: string] | null>> = {
  epsvFails: ['EPSV does not work, data connections begin with PASV', 'EPSV works'],
  eprtFails: ['EPRT does not work, active data connections are announced with PORT', 'EPRT works'],
  passiveFails: ['passive data connections do not work, active ones are tried first', 'passive is tried first again'],
  mlsdFails: ['MLSD does not work, directories are listed with LIST', 'MLSD works'],
  hadTls: null,
  pipeliningFails: [
    'it does not answer in order what is sent ahead of replies, so commands go one after another',
    'commands go ahead again',
  ],
  answersInOrder: [
    'it keeps what is sent along with a transfer command until the transfer is over, so the next one is prepared then',
    'nothing is sent along with transfer commands',
  ],
  onlyBetweenTransfers: [
    'it takes commands during a transfer at once, so they wait until it is over',
    'commands go out along with transfer commands again',
  ],
  interruptFails: ["Telnet's interrupt confuses it, ABOR goes alone", "Telnet's interrupt goes before ABOR again"],
};

/** Sets a fact about the server for this connection and all to come, and tells whoever keeps such facts. */
export const learn = (
  { options }: { readonly options: ConnectOptions },
  fact: keyof LearnedFacts,
  holds = true,
): void => {
  const { learned, observer, onLearned } = options;
  if (learned[fact] === holds) return;
  learned[fact] = holds;
  const words = WORDS[fact];
  if (words !== null) observer.note(`learned about this server: ${holds ? words[0] : words[1]}`);
  onLearned(learned);
};
