import { forgetLearned, readLearned } from '#shared/contract/learned-servers.ts';
import type { LearnedEntry } from '#shared/model/learned-fact.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';

/** Reads what was learned about a server; nothing where it cannot be read. */
export const learnedAbout = async (host: string, port: number): Promise<readonly LearnedEntry[]> => {
  const result = await call(readLearned, { host, port });
  if (result.ok) return result.value;
  reportFault(result.fault);
  return [];
};

/**
 * Forgets what was learned about a server.
 * @returns whether it is forgotten
 */
export const forgetServer = async (host: string, port: number): Promise<boolean> => {
  const result = await call(forgetLearned, { host, port });
  if (!result.ok) reportFault(result.fault);
  return result.ok;
};
