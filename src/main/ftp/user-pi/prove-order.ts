import { command } from '../protocol/command.ts';
import type { Exchange } from './dialogue.ts';
import type { Interpreter } from './interpreter.ts';
import { learn } from './learn.ts';

/** RFC 959 5.4: NOOP is answered 200, and a transfer never is. */
const COMMAND_OKAY: ReadonlySet<number> = new Set([200]);

/**
 * Finds out whether the server-PI goes on to the next command only when a transfer is through, as most do, by a NOOP right
 * behind the transfer command, which harms neither kind:
 *
 *     -> RETR a, NOOP        <- 150, 226, 200        in order: further transfers may be prepared meanwhile
 *                            <- 150, 200, 226        it is not, and the dialogue has noticed
 *
 * @param transfer the transfer command that was just sent
 */
export const proveOrder = (interpreter: Interpreter, transfer: Exchange): void => {
  const { dialogue, codec, options } = interpreter;
  let transferIsOver = false;
  transfer.final.then(
    () => {
      transferIsOver = true;
    },
    () => {},
  );
  const { final } = dialogue.send(command('NOOP', null, codec), { stage: 'preparing', owns: COMMAND_OKAY });
  final.then(
    () => {
      if (transferIsOver && !options.learned.pipeliningFails) learn(interpreter, 'answersInOrder');
    },
    () => {},
  );
};
