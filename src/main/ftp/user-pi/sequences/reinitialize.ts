import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion } from '#shared/ftp/reply.ts';
import { command } from '../../protocol/command.ts';
import { freshState, type Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';
import { login } from './login.ts';
import { askLoginFacts } from './login-facts.ts';
import { waitUntilReady } from './service-delay.ts';

/**
 * REIN (RFC 959 4.1.1) ends the login and sets every parameter back; then we log in again:
 *
 *     B --REIN--> W --120--> W --2--> login        4,5 -> F
 *
 * With TLS the server-PI has to go back to plain text (RFC 4217 13), and Node cannot take TLS off a socket again: there
 * a new connection is the only way to what REIN gives.
 *
 * @returns where login put us
 * Faults: `refused-here: not-supported` under TLS; `reply`; those of a login.
 */
export const reinitialize = async (interpreter: Interpreter): Promise<Pathname> => {
  const { control, dialogue, codec, state } = interpreter;
  if (control.tlsProtocol !== null) {
    const detail = 'REIN would end TLS (RFC 4217 13); connect again';
    throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-supported', detail });
  }
  const sent = command('REIN', null, codec);
  const reply = await dialogue.send(sent, { stage: 'preparing', ...waitUntilReady(interpreter) }).final;
  if (!isCompletion(reply)) throw replyFault(reply, 'REIN', 'preparing');
  Object.assign(state, { ...freshState(), features: state.features, underWay: state.underWay });
  await login(interpreter, Promise.resolve(), () => {});
  return askLoginFacts(interpreter).take();
};
