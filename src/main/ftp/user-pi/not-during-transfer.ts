import { FaultError } from '#shared/fault.ts';
import type { GroupLock, Turn, TurnOptions } from './group-lock.ts';
import type { Interpreter } from './interpreter.ts';
import { learn } from './learn.ts';

/** RFC 959 5.4: "Requested file action not taken. File unavailable (e.g., file busy)". */
const BUSY = 450;

/**
 * Runs a command group, and once more when no transfer is under way where it was refused while one was. ProFTPD
 * looks at the control connection in between and takes few commands then:
 *
 *     -> STOR a, RNFR b, RNTO c      <- 150, 450 RNFR: data transfer in progress, 503, 226
 *     -> RNFR b, RNTO c              <- 350, 250
 *
 * A file that is busy is refused with the same number, and then a second time. Either way nothing more is sent to this
 * server during transfers: what waits goes out in one flight with the next transfer command, ahead of it.
 *
 * @param repeats false: what was refused is only learned from, and whoever asked may ask again
 */
export const notDuringTransfer = async <T>(
  interpreter: Interpreter,
  lock: GroupLock,
  group: (turn: Turn) => Promise<T>,
  turnOptions?: TurnOptions,
  repeats = true,
): Promise<T> => {
  let during = false;
  try {
    return await lock.run((turn) => {
      during = interpreter.state.underWay > 0;
      return group(turn);
    }, turnOptions);
  } catch (error) {
    if (!during || !isBusy(error)) throw error;
    learn(interpreter, 'busyDuringTransfers');
    if (!repeats) throw error;
    return await lock.run(group, turnOptions);
  }
};

/** Refused before any data went: what has begun is never done twice. */
const isBusy = (error: unknown): boolean =>
  error instanceof FaultError &&
  error.fault.kind === 'reply' &&
  error.fault.code === BUSY &&
  (error.fault.stage === 'preparing' || error.fault.stage === 'transfer-command');
