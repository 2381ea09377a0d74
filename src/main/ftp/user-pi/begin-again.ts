import { FaultError } from '#shared/fault.ts';
import type { DataSource, TransferOptions } from '../engine.ts';
import type { GroupLock } from './group-lock.ts';
import type { Interpreter } from './interpreter.ts';
import { rewindable } from './rewindable-source.ts';
import { supplyAccount, wantsAccount } from './sequences/account.ts';
import { agreeOnClearData } from './sequences/secure-data.ts';

/**
 * Runs a command group, and once more from its beginning where that can be had with something else first: an account,
 * which the server may want at any time (RFC 959 5.4: 332 or 532, ACCT, and the whole group again); the person's word
 * that data may go in the clear, where the server does not protect it.
 *
 * @param run gives the group its turn on the control connection
 * @param mayRestart asked before the account is: whether the group can begin again
 */
export const beginningAgain = async <T>(
  interpreter: Interpreter,
  lock: GroupLock,
  run: () => Promise<T>,
  mayRestart: () => boolean = () => true,
): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (wantsAccount(error) && mayRestart()) {
      await lock.run(() => supplyAccount(interpreter, error, 'preparing'));
    } else if (refusesProtection(error) && mayRestart()) {
      await lock.run(() => agreeOnClearData(interpreter, error, [error.message]));
    } else throw error;
    return run();
  }
};

/**
 * As {@link beginningAgain} for what is stored, and once more where the server wanted ALLO first (503): bytes sent before
 * the refusal came are read again.
 */
export const storingAgain = async <T>(
  interpreter: Interpreter,
  lock: GroupLock,
  source: DataSource,
  { allocate, counter }: TransferOptions,
  run: (source: DataSource) => Promise<T>,
): Promise<T> => {
  const { state, options } = interpreter;
  const mayWantRoom = allocate?.onlyIfWanted === true && !state.wantsAllocation;
  if (options.account === null && options.askAccount === null && !mayWantRoom) {
    // What refuses to protect data has not been sent a byte of it.
    return beginningAgain(interpreter, lock, () => run(source));
  }
  const again = rewindable(source);
  const counted = counter.bytes;
  let from = again.fromStart();
  const rewind = (): boolean => {
    from = again.fromStart();
    counter.bytes = counted;
    return from !== null;
  };
  const store = (): Promise<T> => beginningAgain(interpreter, lock, () => run(from ?? source), rewind);
  try {
    return await store();
  } catch (error) {
    if (!mayWantRoom || !isOutOfSequence(error) || !rewind()) throw error;
    state.wantsAllocation = true;
    return store();
  }
};

const refusesProtection = (error: unknown): error is FaultError =>
  error instanceof FaultError && error.fault.kind === 'security' && error.fault.reason === 'protection-refused';

const isOutOfSequence = (error: unknown): boolean =>
  error instanceof FaultError &&
  error.fault.kind === 'reply' &&
  error.fault.code === 503 &&
  error.fault.stage === 'transfer-command';
