import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion } from '#shared/ftp/reply.ts';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { protocolFault } from '../../protocol/protocol-fault.ts';
import { ask, type Interpreter, isNotImplemented, together } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';
import { ensureType } from './parameters.ts';

/**
 * SIZE (RFC 3659 4) in TYPE I: the octets that a transfer in that type would move; in ASCII many servers refuse it.
 * @returns bytes, or null where the server does not know the command
 * Faults: `reply`, `protocol: malformed-reply`.
 */
export const size = async (interpreter: Interpreter, path: Pathname): Promise<number | null> => {
  const [, reply] = await together(ensureType(interpreter, IMAGE), ask(interpreter, 'SIZE', path));
  if (isNotImplemented(reply)) return null;
  if (!isCompletion(reply)) throw replyFault(reply, 'SIZE', 'preparing');
  const bytes = Number(/^\s*(\d{1,16})\s*$/.exec(reply.lines[0] ?? '')?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(bytes)) throw protocolFault('malformed-reply', reply.lines[0] ?? '');
  return bytes;
};
