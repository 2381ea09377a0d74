import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion } from '#shared/ftp/reply.ts';
import { formatTimeValue, parseTimeValue } from '../../protocol/time-value.ts';
import { ask, type Interpreter, isNotImplemented } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * MDTM (RFC 3659 3).
 * @returns milliseconds since the epoch, or null where the server does not know the command or gives no time
 * Faults: `reply`.
 */
export const modified = async (interpreter: Interpreter, path: Pathname): Promise<number | null> => {
  const reply = await ask(interpreter, 'MDTM', path);
  if (isNotImplemented(reply)) return null;
  if (!isCompletion(reply)) throw replyFault(reply, 'MDTM', 'preparing');
  return parseTimeValue(reply.lines[0] ?? '');
};

/**
 * MFMT (draft-somers-ftp-mfxx 3), else MDTM with a time before the name, which vsftpd and others take.
 * @param epochMs milliseconds since the epoch; whole seconds are set
 * @returns false where the server has neither
 * Faults: `reply` where the server knows MFMT and refused it for this file.
 */
export const setModified = async (interpreter: Interpreter, path: Pathname, epochMs: number): Promise<boolean> => {
  const { features, mdtmSets } = interpreter.state;
  const argument = `${formatTimeValue(epochMs)} ${path}`;
  if (features.has('MFMT')) {
    const reply = await ask(interpreter, 'MFMT', argument);
    if (isCompletion(reply)) return true;
    if (!isNotImplemented(reply)) throw replyFault(reply, 'MFMT', 'preparing');
  }
  if (mdtmSets === false || !features.has('MDTM')) return false;
  // A server without this form looks for a file of that whole name and answers 550.
  const reply = await ask(interpreter, 'MDTM', argument);
  const done = isCompletion(reply);
  if (done || mdtmSets === null) interpreter.state.mdtmSets = done;
  return done;
};
