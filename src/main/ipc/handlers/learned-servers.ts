import type * as contract from '#shared/contract/learned-servers.ts';
import type { LearnedEntry } from '#shared/model/learned-fact.ts';
import type { LearnedServers } from '../../site/learned-servers.ts';
import type { TlsHosts } from '../../site/tls-hosts.ts';
import type { Handlers } from '../handlers.ts';

export const learnedServerHandlers = (
  servers: LearnedServers,
  tlsHosts: Pick<TlsHosts, 'has'>,
): Handlers<typeof contract> => ({
  readLearned: ({ host, port }) => {
    const hadTls: LearnedEntry = { fact: 'hadTls', value: true, evidence: [], learnedMs: null };
    return [...(tlsHosts.has(host, port) ? [hadTls] : []), ...servers.recall(host, port)];
  },
  forgetLearned: ({ host, port }) => {
    servers.forget(host, port);
    return null;
  },
});
