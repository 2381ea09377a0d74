import { z } from 'zod';
import { readableFault } from '../session/names/readable-fault.ts';
import type { SessionRegistry } from '../session/registry.ts';
import type { Routes } from './routes.ts';

const ofSession = z.object({ sessionId: z.string() });

/** Tells faults of what was asked of a session in that server's encoding. */
export const tellIn =
  (registry: Pick<SessionRegistry, 'get'>): Routes['tell'] =>
  (fault, input) => {
    const asked = ofSession.safeParse(input);
    const session = asked.success ? registry.get(asked.data.sessionId) : undefined;
    return session ? readableFault(fault, session.names) : fault;
  };
