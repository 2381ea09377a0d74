import { ask, type Interpreter } from '../interpreter.ts';

/** Milliseconds a server-PI is given to say goodbye. */
const PATIENCE = 2_000;

/** QUIT (RFC 959 4.1.1), then close, whether the 221 comes or not. Never throws. */
export const quit = async (interpreter: Interpreter): Promise<void> => {
  const timer = setTimeout(() => interpreter.dialogue.close(), PATIENCE);
  // The connection is to be closed: that it is closed already, or refuses, changes nothing.
  await ask(interpreter, 'QUIT').catch(() => {});
  clearTimeout(timer);
  interpreter.dialogue.close();
};
