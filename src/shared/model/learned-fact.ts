/** What was learned about a server and is kept for its next connections, by the engine's name for it. */
export type LearnedFact =
  | 'epsvFails'
  | 'eprtFails'
  | 'passiveFails'
  | 'mlsdFails'
  | 'pipeliningFails'
  | 'answersInOrder'
  | 'onlyBetweenTransfers'
  | 'interruptFails';
