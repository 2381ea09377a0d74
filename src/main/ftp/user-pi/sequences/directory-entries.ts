import type { Pathname } from '#shared/ftp/pathname.ts';
import { demand, type Interpreter } from '../interpreter.ts';

/** DELE, RMD and MKD (RFC 959 4.1.3): B --cmd--> W --2--> S. Faults: `reply`. */
export const deleteFile = async (interpreter: Interpreter, path: Pathname): Promise<void> => {
  await demand(interpreter, 'DELE', path);
};

export const removeDirectory = async (interpreter: Interpreter, path: Pathname): Promise<void> => {
  await demand(interpreter, 'RMD', path);
};

export const makeDirectory = async (interpreter: Interpreter, path: Pathname): Promise<void> => {
  await demand(interpreter, 'MKD', path);
};
