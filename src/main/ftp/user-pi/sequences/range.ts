import { isIntermediate } from '#shared/ftp/reply.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { restartAt } from './restart.ts';

/**
 * RANG (draft-bryan-ftp-range-08 3), where FEAT has `RANG STREAM`: the next RETR sends the bytes from one place to
 * another, both of them included, and the server ends it there by itself.
 *
 *     -> RANG 4194304 8388607        <- 350 Restarting at 4194304, ending at 8388607
 *
 * Elsewhere, or where it is refused, REST tells the beginning alone.
 *
 * @param marker where to begin; null: at the start
 * @param length bytes wanted; Infinity: to the end of the file
 * @returns whether the server knows where to end
 * Faults: `reply` of REST.
 */
export const rangeFrom = async (interpreter: Interpreter, marker: string | null, length: number): Promise<boolean> => {
  const { state } = interpreter;
  const { features } = state;
  if (Number.isFinite(length) && length > 0 && /\bSTREAM\b/.test(features.get('RANG') ?? '')) {
    const from = Number(marker ?? '0');
    const before = state.restarted;
    // As of REST: a transfer given up behind it leaves the server with the place.
    state.restarted = true;
    const reply = await ask(interpreter, 'RANG', `${from} ${from + length - 1}`);
    if (isIntermediate(reply)) return true;
    state.restarted = before;
  }
  await restartAt(interpreter, marker);
  return false;
};
