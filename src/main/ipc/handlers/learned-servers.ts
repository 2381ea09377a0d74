import type * as contract from '#shared/contract/learned-servers.ts';
import type { LearnedFact } from '#shared/model/learned-fact.ts';
import type { KeptFacts, LearnedServers } from '../../site/learned-servers.ts';
import type { Handlers } from '../handlers.ts';

/** In the order they are told. */
const FACTS = [
  'passiveFails',
  'epsvFails',
  'eprtFails',
  'mlsdFails',
  'pipeliningFails',
  'answersInOrder',
  'onlyBetweenTransfers',
  'interruptFails',
] as const satisfies readonly (LearnedFact & keyof KeptFacts)[];

export const learnedServerHandlers = (servers: LearnedServers): Handlers<typeof contract> => ({
  readLearned: ({ host, port }) => {
    const kept = servers.recall(host, port);
    return FACTS.filter((fact) => kept[fact]);
  },
  forgetLearned: ({ host, port }) => {
    servers.forget(host, port);
    return null;
  },
});
