import type { LearnedFact, OverridableFact } from '#shared/model/learned-fact.ts';

/** What a fact is about, in the order the page has them. */
export const FACT_TOPICS = ['data', 'listing', 'commands'] as const;

export type FactTopic = (typeof FACT_TOPICS)[number];

/** Every fact that a site may set otherwise. */
const TOPIC: Readonly<Record<OverridableFact, FactTopic>> = {
  passiveFails: 'data',
  epsvFails: 'data',
  eprtFails: 'data',
  passiveHostDiffers: 'data',
  dataProtectionFails: 'data',
  mostConnections: 'data',
  mlsdFails: 'listing',
  listAllFails: 'listing',
  listFails: 'listing',
  statLists: 'listing',
  pwdFails: 'listing',
  utf8Fails: 'listing',
  nameEncoding: 'listing',
  zoneMinutes: 'listing',
  featFails: 'commands',
  typeFails: 'commands',
  hostFails: 'commands',
  clearControlFails: 'commands',
  pipeliningFails: 'commands',
  answersInOrder: 'commands',
  onlyBetweenTransfers: 'commands',
  interruptFails: 'commands',
  checksumFails: 'commands',
  storesDirectly: 'commands',
  piecesFail: 'commands',
};

export const isOverridable = (fact: LearnedFact): fact is OverridableFact => fact in TOPIC;

const FACTS = Object.keys(TOPIC) as readonly OverridableFact[];

/** The facts of a topic, in the order the page has them. */
export const factsOn = (topic: FactTopic): readonly OverridableFact[] => FACTS.filter((fact) => TOPIC[fact] === topic);

/** Facts in the order the page has them: those that only time can change first. */
export const inOrder = (facts: Iterable<LearnedFact>): readonly LearnedFact[] => {
  const wanted = new Set(facts);
  return [...[...wanted].filter((fact) => !isOverridable(fact)), ...FACTS.filter((fact) => wanted.has(fact))];
};
