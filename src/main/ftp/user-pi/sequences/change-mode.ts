import type { Pathname } from '#shared/ftp/pathname.ts';
import { demand, type Interpreter } from '../interpreter.ts';

/**
 * SITE CHMOD (RFC 959 leaves SITE to the server; this form is what servers on Unix have).
 * @param mode permission bits, `0o644`
 * Faults: `reply`.
 */
export const changeMode = async (interpreter: Interpreter, path: Pathname, mode: number): Promise<void> => {
  const octal = (mode & 0o7777).toString(8).padStart(3, '0');
  await demand(interpreter, 'SITE', `CHMOD ${octal} ${path}`);
};
