import { isCompletion } from '#shared/ftp/reply.ts';
import { command } from '../../protocol/command.ts';
import type { Interpreter } from '../interpreter.ts';
import { dialogueOf, evidenceOf, learn } from '../learn.ts';

/**
 * CCC (RFC 2228 3, RFC 4217 5): the control connection goes on in the clear, for translators that have to read PORT and
 * PASV on it. Last of all that belongs to the login, since passwords are not for the clear:
 *
 *     B --CCC--> W --2--> close_notify both ways --> S
 *                W --4,5--> S, protected as before, and remembered
 *
 * Faults: `protocol: tls-not-ended` where the server agrees and does not do it properly; the next connection stays
 * protected then. `control-connection`.
 */
export const clearControl = async (interpreter: Interpreter): Promise<void> => {
  const { options, control, dialogue, codec } = interpreter;
  if (!options.tls.clearControl || options.learned.clearControlFails || control.tlsProtocol === null) return;
  // A reply behind that to CCC could be one in the clear.
  await dialogue.answered();
  let clearing: Promise<void> | null = null;
  const { final } = dialogue.send(command('CCC', null, codec), {
    stage: 'logging-in',
    onFinal: (reply) => {
      if (!isCompletion(reply)) return;
      clearing = control.clear();
      clearing.catch(() => {});
    },
  });
  const reply = await final;
  if (clearing === null) {
    learn(interpreter, 'clearControlFails', true, dialogueOf('CCC', reply));
    return;
  }
  try {
    await clearing;
  } catch (error) {
    learn(interpreter, 'clearControlFails', true, [...dialogueOf('CCC', reply), ...evidenceOf(error)]);
    throw error;
  }
  options.observer.note('the control connection goes on in the clear');
};
