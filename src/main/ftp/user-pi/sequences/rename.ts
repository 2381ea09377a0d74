import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion, isIntermediate, type Reply } from '#shared/ftp/reply.ts';
import { command } from '../../protocol/command.ts';
import type { Turn } from '../group-lock.ts';
import { type Interpreter, type ServerState, together } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * The rename sequence (RFC 959 6):
 *
 *     B --RNFR--> W --3--> RNTO --> W --2--> S
 *                 W --4,5--> F      W --4,5--> F
 *
 * Sent together where commands may go ahead of replies, also several pairs: a RNTO behind a refused RNFR is answered 503.
 * Only a server that keeps the RNFR of a refused RNTO could make harm of it, by renaming that one with the next pair's
 * RNTO; so from the first refused RNTO on, every command waits for the reply to the one before.
 * Faults: `reply`.
 */
export const rename = async (interpreter: Interpreter, from: Pathname, to: Pathname, turn: Turn): Promise<void> => {
  const { state, dialogue, codec } = interpreter;
  // Both before either is sent: a RNTO must not go out behind a RNFR that cannot.
  const naming = command('RNFR', from, codec);
  const renaming = command('RNTO', to, codec);
  const named = dialogue.send(naming, PREPARING).final;
  if (renamesAhead(interpreter)) {
    const renamed = dialogue.send(renaming, PREPARING).final;
    turn.sent();
    const [first, second] = await together(named, renamed);
    return finish(state, first, second);
  }
  const reply = await named;
  if (!isIntermediate(reply)) throw replyFault(reply, 'RNFR', 'preparing');
  finish(state, reply, await dialogue.send(renaming, PREPARING).final);
};

/** Whether a RNTO may go out before its RNFR is answered. */
const renamesAhead = ({ pipelining, state }: Interpreter): boolean => pipelining.used && !state.refusedRename;

const PREPARING = { stage: 'preparing' } as const;

const finish = (state: ServerState, named: Reply, renamed: Reply): void => {
  if (!isIntermediate(named)) throw replyFault(named, 'RNFR', 'preparing');
  if (isCompletion(renamed)) return;
  state.refusedRename = true;
  throw replyFault(renamed, 'RNTO', 'preparing');
};
