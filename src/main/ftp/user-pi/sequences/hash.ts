import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { askPatiently } from '../ask-patiently.ts';
import { ask, type Interpreter, together } from '../interpreter.ts';

/**
 * HASH (draft-ietf-ftpext2-hash 3), with the algorithm set before it where another is in force. They go out together: the
 * reply names what it is the checksum of.
 *
 *     -> OPTS HASH SHA-256, HASH /a b      <- 200, 213 SHA-256 0-199 … /a b
 *
 * The pathname is all behind the first space, unquoted. It is of the whole file: the draft has RANG before it for a part,
 * which ProFTPD keeps for the next transfer instead, and that one then moves a part of another file.
 *
 * @param called what the server calls the algorithm
 * @returns the reply to HASH, or to the OPTS before it that was refused
 */
export const hash = async (interpreter: Interpreter, path: Pathname, called: string): Promise<Reply> => {
  const { state } = interpreter;
  const isInForce = state.hashInForce === called;
  state.hashInForce = called;
  const [chosen, reply] = await together(
    isInForce ? Promise.resolve(null) : ask(interpreter, 'OPTS', `HASH ${called}`, 'finishing'),
    askPatiently(interpreter, 'HASH', path),
  );
  if (chosen === null || isCompletion(chosen)) return reply;
  state.hashInForce = null;
  return chosen;
};
