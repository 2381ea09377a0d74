import { demand, type Interpreter } from '../interpreter.ts';

/** NOOP (RFC 959 4.1.3): "no action other than that the server send an OK reply". Faults: `reply`. */
export const noop = async (interpreter: Interpreter): Promise<void> => {
  await demand(interpreter, 'NOOP');
};
