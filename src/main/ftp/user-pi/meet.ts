import type { ConnectOptions, Meeting } from '../engine.ts';
import { beginDialogue } from './connect.ts';
import { greeting } from './sequences/greeting.ts';
import { quit } from './sequences/quit.ts';
import { secureControl } from './sequences/secure.ts';

/**
 * The beginning of every login, and nothing of the login itself:
 *
 *     <- 220, -> AUTH TLS, <- 234, TLS handshake, -> QUIT
 *
 * One command after the other, so that what the server does to each can be told apart.
 */
export const meet = async (options: ConnectOptions): Promise<Meeting> => {
  const { interpreter } = await beginDialogue({ ...options, pipelining: false }, async (met) => {
    await greeting(met);
    await secureControl(met);
  });
  const { serverAddress, tlsProtocol } = interpreter.control;
  await quit(interpreter);
  return { serverAddress, tlsProtocol };
};
