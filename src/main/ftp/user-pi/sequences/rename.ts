import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion, isIntermediate, type Reply } from '#shared/ftp/reply.ts';
import { command } from '../../protocol/command.ts';
import type { Turn } from '../group-lock.ts';
import { type Interpreter, together } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * The rename sequence (RFC 959 6):
 *
 *     B --RNFR--> W --3--> RNTO --> W --2--> S
 *                 W --4,5--> F      W --4,5--> F
 *
 * Sent together where commands may go ahead of replies: a RNTO behind a refused RNFR is answered 503. Not so where an
 * earlier RNFR is still open, since a RNTO was refused: some servers keep that one, and would rename it. For the same
 * reason one rename waits for the replies to the one before it (`state.renaming`), while others use the turn.
 * Faults: `reply`.
 */
export const rename = async (interpreter: Interpreter, from: Pathname, to: Pathname, turn: Turn): Promise<void> => {
  const { state, pipelining, dialogue, codec } = interpreter;
  // Both before either is sent: a RNTO must not go out behind a RNFR that cannot.
  const naming = command('RNFR', from, codec);
  const renaming = command('RNTO', to, codec);
  const ahead = pipelining.used && !state.renameOpen;
  state.renameOpen = true;
  state.renaming = true;
  try {
    const named = dialogue.send(naming, PREPARING).final;
    if (ahead) {
      const renamed = dialogue.send(renaming, PREPARING).final;
      turn.sent();
      const [first, second] = await together(named, renamed);
      finish(interpreter, first, second);
      return;
    }
    const reply = await named;
    if (!isIntermediate(reply)) throw replyFault(reply, 'RNFR', 'preparing');
    finish(interpreter, reply, await dialogue.send(renaming, PREPARING).final);
  } finally {
    state.renaming = false;
  }
};

const PREPARING = { stage: 'preparing' } as const;

const finish = ({ state }: Interpreter, named: Reply, renamed: Reply): void => {
  if (!isIntermediate(named)) {
    // Nothing of this pair stands with the server; what stood there before is as it was.
    state.renameOpen = false;
    throw replyFault(named, 'RNFR', 'preparing');
  }
  if (!isCompletion(renamed)) throw replyFault(renamed, 'RNTO', 'preparing');
  state.renameOpen = false;
};
