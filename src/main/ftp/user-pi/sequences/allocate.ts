import { isCompletion } from '#shared/ftp/reply.ts';
import type { Allocation } from '../../engine.ts';
import { ask, type Interpreter } from '../interpreter.ts';

/** The argument of ALLO (RFC 959 5.3.1): `4711`, or `4711 R 80` where records have a largest size. */
export const formatAllocation = ({ bytes, recordBytes }: Allocation): string =>
  recordBytes === null ? String(bytes) : `${bytes} R ${recordBytes}`;

/** Whether room is to be reserved before this file is stored. */
export const wantsAllocation = ({ state }: Interpreter, allocate: Allocation | null): allocate is Allocation =>
  allocate !== null && (allocate.onlyIfWanted !== true || state.wantsAllocation);

/**
 * ALLO (RFC 959 4.1.3), right before STOR or APPE. "This command should be treated as a NOOP by those servers which do
 * not require that the maximum size of the file be declared": 200 and 202 are both fine, and a server that refuses it
 * may store the file all the same.
 */
export const allocateRoom = async (interpreter: Interpreter, allocation: Allocation | null): Promise<void> => {
  if (!wantsAllocation(interpreter, allocation)) return;
  const reply = await ask(interpreter, 'ALLO', formatAllocation(allocation));
  if (!isCompletion(reply)) interpreter.options.observer.note('the server reserves no room; storing all the same');
};
