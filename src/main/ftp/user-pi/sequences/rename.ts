import type { Pathname } from '#shared/ftp/pathname.ts';
import { isIntermediate } from '#shared/ftp/reply.ts';
import { ask, demand, type Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * The rename sequence (RFC 959 6):
 *
 *     B --RNFR--> W --3--> RNTO --> W --2--> S
 *                 W --4,5--> F      W --4,5--> F
 *
 * Not sent together: some servers keep the RNFR of an earlier, failed pair, and a RNTO behind a refused RNFR would
 * rename that. Faults: `reply`.
 */
export const rename = async (interpreter: Interpreter, from: Pathname, to: Pathname): Promise<void> => {
  const reply = await ask(interpreter, 'RNFR', from);
  if (!isIntermediate(reply)) throw replyFault(reply, 'RNFR', 'preparing');
  await demand(interpreter, 'RNTO', to);
};
