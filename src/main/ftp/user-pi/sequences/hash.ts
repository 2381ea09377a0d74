import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion, isIntermediate, type Reply } from '#shared/ftp/reply.ts';
import type { ByteRange } from '../../protocol/checksum-reply.ts';
import { askPatiently } from '../ask-patiently.ts';
import { ask, type Interpreter, together } from '../interpreter.ts';

/**
 * HASH (draft-ietf-ftpext2-hash 3), with the algorithm set before it where another is in force, and the range where one
 * is wanted. They go out together: the reply names what it is the checksum of.
 *
 *     -> OPTS HASH SHA-256, RANG 100 199, HASH /a b      <- 200, 350, 213 SHA-256 100-199 … /a b
 *
 * The pathname is all behind the first space, unquoted.
 *
 * @param called what the server calls the algorithm
 * @returns the reply to HASH, or to the one before it that was refused
 */
export const hash = async (
  interpreter: Interpreter,
  path: Pathname,
  called: string,
  range: ByteRange | null,
): Promise<Reply> => {
  const { state } = interpreter;
  const isInForce = state.hashInForce === called;
  state.hashInForce = called;
  const [chosen, limited, reply] = await together(
    isInForce ? Promise.resolve(null) : ask(interpreter, 'OPTS', `HASH ${called}`, 'finishing'),
    // Bytes are counted from 0, and the last one is named (draft-bryan-ftp-range 3).
    range === null ? Promise.resolve(null) : ask(interpreter, 'RANG', `${range.from} ${range.to - 1}`, 'finishing'),
    askPatiently(interpreter, 'HASH', path),
  );
  if (chosen !== null && !isCompletion(chosen)) {
    state.hashInForce = null;
    return chosen;
  }
  return limited === null || isIntermediate(limited) || isCompletion(limited) ? reply : limited;
};
