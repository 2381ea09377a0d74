import type { Pathname } from '#shared/ftp/pathname.ts';
import { demand, type Interpreter, together } from '../interpreter.ts';
import { printDirectory, returnIfStrayed } from './working-directory.ts';

/** CDUP (RFC 959 4.1.1), then PWD: where we are now. Faults: `reply`. */
export const toParentDirectory = async (interpreter: Interpreter): Promise<Pathname> => {
  await returnIfStrayed(interpreter);
  const [, here] = await together(demand(interpreter, 'CDUP'), printDirectory(interpreter));
  interpreter.state.directory = here;
  return here;
};
