import { setTimeout as pause } from 'node:timers/promises';
import { FaultError } from '#shared/fault.ts';
import type { TransferOutcome } from '../engine.ts';
import type { Interpreter } from './interpreter.ts';
import type { TransferOrder } from './transfer-order.ts';

/**
 * Milliseconds before each further try. Both ends of the default data connection have the same port every time, and
 * whoever closed the last one may not use the pair again while TCP waits for stray segments: a second on one machine,
 * a minute on Linux (that is why RFC 1123 4.1.2.12 wants PORT for each transfer in stream mode).
 */
export const PAUSES: readonly number[] = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

type Transfer = (interpreter: Interpreter, order: TransferOrder) => Promise<TransferOutcome>;

/**
 * Runs a transfer's whole group, and again after a pause where the server-DTP could not use its port: 425 in place of
 * the preliminary reply, and not a byte moved. Before the first data connection no port can be held: there the server
 * means that it has no default data port. Only for the default data port: everywhere else each transfer has a port of its own.
 * Faults: those of the last try, `cancelled`.
 */
export const whenPortIsFree = async (
  interpreter: Interpreter,
  order: TransferOrder,
  transfer: Transfer,
): Promise<TransferOutcome> => {
  const { state, options } = interpreter;
  if (!state.usedDefaultPort) return transfer(interpreter, order);
  const watched = watchMoves(order);
  for (const milliseconds of PAUSES) {
    try {
      return await transfer(interpreter, watched.order);
    } catch (error) {
      if (watched.moved() || !isBusyPort(error, order.verb)) throw error;
      options.observer.note(`the default data port is not free yet; trying again in ${milliseconds / 1000} s`);
    }
    await pause(milliseconds, undefined, order.signal === null ? {} : { signal: order.signal }).catch((error) => {
      throw new FaultError({ kind: 'cancelled', stage: 'preparing' }, { cause: error });
    });
  }
  return transfer(interpreter, order);
};

const isBusyPort = (error: unknown, verb: string): boolean =>
  error instanceof FaultError &&
  error.fault.kind === 'reply' &&
  error.fault.code === 425 &&
  error.fault.stage === 'transfer-command' &&
  error.fault.command === verb;

/** The same order, and whether any of its data was asked for or delivered. */
const watchMoves = (order: TransferOrder): { readonly order: TransferOrder; moved(): boolean } => {
  let moved = false;
  const { moves } = order;
  const watched: TransferOrder['moves'] =
    'to' in moves
      ? {
          to: {
            write(chunk) {
              moved = true;
              return moves.to.write(chunk);
            },
          },
        }
      : {
          from: {
            read(into) {
              moved = true;
              return moves.from.read(into);
            },
          },
        };
  return { order: { ...order, moves: watched }, moved: () => moved };
};
