import type { Pathname } from '#shared/ftp/pathname.ts';
import { demand, type Interpreter } from '../interpreter.ts';

/**
 * COMB, of GlobalSCAPE's servers and those that imitate them: joins files of one directory to another one there, behind
 * what that holds already, and deletes them. Only the target may have a path, so the directory is entered first.
 *
 *     -> CWD /in
 *     -> COMB "a.bin" "a.1" "a.2"        <- 250; 450 or 550 where it did not come about
 *
 * Faults: `reply`; `refused-here` for a name that cannot be sent.
 */
export const combine = async (
  interpreter: Interpreter,
  directory: Pathname,
  target: string,
  parts: readonly string[],
): Promise<void> => {
  const { state } = interpreter;
  state.strayed = directory !== state.directory;
  await demand(interpreter, 'CWD', directory);
  await demand(interpreter, 'COMB', [target, ...parts].map((name) => `"${name}"`).join(' '));
};
