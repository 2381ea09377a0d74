import { isCompletion } from '#shared/ftp/reply.ts';
import type { Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';
import { waitUntilReady } from './service-delay.ts';

/**
 * What the server-PI says first (RFC 959 5.4, Connection Establishment):
 *
 *     W --120--> W --220--> S      421 -> F        120 is waited out
 *
 * Faults: `protocol: not-ftp` for anything that is no reply; `control-connection` for 421, silence and a close.
 */
export const greeting = async (interpreter: Interpreter): Promise<void> => {
  const reply = await interpreter.dialogue.greeting(waitUntilReady(interpreter)).final;
  if (!isCompletion(reply)) throw replyFault(reply, null, 'greeting');
};
