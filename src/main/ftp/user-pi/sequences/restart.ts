import { isIntermediate } from '#shared/ftp/reply.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * REST (RFC 3659 5) right before the transfer command, and alone: were it refused, the transfer would be wrong. Where
 * a transfer was given up behind its REST the server keeps the place for whichever comes next: `REST 0` takes it back.
 *
 * @param marker null: from the start, which is sent only where the server may hold another place
 * Faults: `reply`.
 */
export const restartAt = async (interpreter: Interpreter, marker: string | null): Promise<void> => {
  if (marker === null && !interpreter.state.restarted) return;
  const { state } = interpreter;
  const before = state.restarted;
  // Until the reply is here the server may hold the place: a transfer that is given up meanwhile leaves it to the next.
  state.restarted = true;
  const reply = await ask(interpreter, 'REST', marker ?? '0');
  state.restarted = isIntermediate(reply) ? marker !== null : before;
  if (!isIntermediate(reply)) throw replyFault(reply, 'REST', 'preparing');
};
