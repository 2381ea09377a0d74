import { z } from 'zod';
import type { LearnedEntry } from '../model/learned-fact.ts';
import { answers, request } from './define.ts';
import { host, port } from './fields.ts';

const server = z.strictObject({ host, port });

/** What is kept of what was learned about a server; that it had TLS is never forgotten. */
export const readLearned = request('learned-servers/read', server, answers<readonly LearnedEntry[]>());

/** Forgets it: connections made from now on find out anew. Those that stand keep what they know. */
export const forgetLearned = request('learned-servers/forget', server, answers<null>());
