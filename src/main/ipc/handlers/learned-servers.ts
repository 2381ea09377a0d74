import type * as contract from '#shared/contract/learned-servers.ts';
import type { LearnedServers } from '../../site/learned-servers.ts';
import type { Handlers } from '../handlers.ts';

export const learnedServerHandlers = (servers: LearnedServers): Handlers<typeof contract> => ({
  readLearned: ({ host, port }) => servers.recall(host, port),
  forgetLearned: ({ host, port }) => {
    servers.forget(host, port);
    return null;
  },
});
