import { command } from '../protocol/command.ts';
import type { Exchange } from './exchange.ts';
import type { Interpreter } from './interpreter.ts';
import { dialogueOf, learn } from './learn.ts';

/** RFC 959 5.4: NOOP is answered 200, and a transfer never is. */
const COMMAND_OKAY: ReadonlySet<number> = new Set([200]);

/**
 * Finds out whether the server-PI keeps what comes along with a transfer command until the transfer is over, by a NOOP in
 * the same segment, which harms neither kind:
 *
 *     -> RETR a, NOOP        <- 150, 226, 200        kept: the next transfer may be prepared in this way
 *                            <- 150, 200, 226        taken at once (pyftpdlib)
 *
 * @param transfer the transfer command that was just sent
 */
export const proveOrder = (interpreter: Interpreter, transfer: Exchange): void => {
  const { dialogue, codec, options, state } = interpreter;
  if (options.learned.onlyBetweenTransfers) return;
  let transferIsOver = false;
  transfer.final.then(
    () => {
      transferIsOver = true;
    },
    () => {},
  );
  const sent = command('NOOP', null, codec);
  const { final } = dialogue.send(sent, { stage: 'preparing', owns: COMMAND_OKAY, overtakes: 'once' });
  final.then(
    (reply) => {
      if (!transferIsOver) state.answersNoop = reply.code === 200;
      learn(interpreter, transferIsOver ? 'answersInOrder' : 'onlyBetweenTransfers', true, dialogueOf('NOOP', reply));
    },
    () => {},
  );
};
