import type { Pathname } from '#shared/ftp/pathname.ts';
import { demand, type Interpreter } from '../interpreter.ts';

/** SMNT (RFC 959 4.1.1): another file system, under the same login. Faults: `reply`. */
export const mount = async (interpreter: Interpreter, path: Pathname): Promise<void> => {
  await demand(interpreter, 'SMNT', path);
  interpreter.state.directory = null;
  interpreter.state.strayed = false;
};
