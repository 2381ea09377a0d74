import { ask, type Interpreter } from '../interpreter.ts';

/**
 * PRET, where FEAT has it: a server that stands for several machines (DrFTPD) has to know what will be transferred before
 * it can say, in reply to EPSV or PASV, which of them listens:
 *
 *     -> PRET RETR a, EPSV        <- 200, 229
 *
 * What it answers is of no consequence: where the file cannot be had, the transfer command is told so. Never rejects.
 */
export const pretell = async (interpreter: Interpreter, verb: string, argument: string | null): Promise<void> => {
  const { state, options } = interpreter;
  const mayListen = options.dataConnection !== 'active' && options.dataConnection !== 'default-port';
  if (!state.features.has('PRET') || !mayListen) return;
  const told = argument === null ? verb : `${verb} ${argument}`;
  await ask(interpreter, 'PRET', told).catch(() => {});
};
