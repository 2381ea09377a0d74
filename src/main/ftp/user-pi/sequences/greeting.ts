import { isCompletion } from '#shared/ftp/reply.ts';
import type { Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * What the server-PI says first (RFC 959 5.4, Connection Establishment):
 *
 *     W --120--> W --220--> S      421 -> F
 *
 * Faults: `protocol: not-ftp` for anything that is no reply; `control-connection` for 421, silence and a close.
 */
export const greeting = async ({ dialogue }: Interpreter): Promise<void> => {
  const reply = await dialogue.greeting().final;
  if (!isCompletion(reply)) throw replyFault(reply, null, 'greeting');
};
