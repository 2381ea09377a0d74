import type * as contract from '#shared/contract/transcript.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import type { Handlers } from '../handlers.ts';

export const transcriptHandlers = (registry: SessionRegistry): Handlers<typeof contract> => ({
  readTranscript: ({ sessionId }) => registry.require(sessionId).transcript(),
});
