import type { TransferOptions, TransferOutcome } from '../engine.ts';
import { type Command, command } from '../protocol/command.ts';
import { announceRoute, isActiveKnown } from './announce-route.ts';
import { isOrdinary, protectOrdinarily } from './between/protection.ts';
import { whenPortIsFree } from './busy-port.ts';
import { orCancelled, refuseCancelled } from './cancelling.ts';
import type { DataRoute } from './data-route.ts';
import { type DataSide, dataSide } from './data-side.ts';
import { KEPT_TURN, type Turn } from './group-lock.ts';
import { demand, type Interpreter, together } from './interpreter.ts';
import { runTransfer } from './run-transfer.ts';
import { listenAhead } from './sequences/active.ts';
import { allocateRoom, wantsAllocation } from './sequences/allocate.ts';
import { areInForce, ensureParameters } from './sequences/parameters.ts';
import { pretell } from './sequences/pretell.ts';
import { rangeFrom } from './sequences/range.ts';
import { restartAt } from './sequences/restart.ts';
import type { TransferOrder } from './transfer-order.ts';

/**
 * A transfer from its parameters to both reports of its end (RFC 959 6):
 *
 *     B --CWD, TYPE, EPSV …--> W --REST--> W --cmd--> W --1--> W --2--> S
 *                                                     W --4,5--> F
 *
 * Faults: everything the stages can end in; after any but the loss of the control connection the user-PI can go on.
 */
export const transfer = (
  interpreter: Interpreter,
  order: TransferOrder,
  turn: Turn = KEPT_TURN,
): Promise<TransferOutcome> =>
  // With one port for all transfers none can be prepared beside another, and each may have to be tried again.
  interpreter.options.dataConnection === 'default-port'
    ? whenPortIsFree(interpreter, order, (pi, again) => transferOnce(pi, again, KEPT_TURN))
    : transferOnce(interpreter, order, turn);

const transferOnce = async (interpreter: Interpreter, order: TransferOrder, turn: Turn): Promise<TransferOutcome> => {
  refuseCancelled(order.signal);
  // First of all: what must not be sent is not prepared for either.
  const sent = command(order.verb, order.argument, interpreter.codec);
  const before = order.counter.bytes;
  await protectOrdinarily(interpreter);
  const data = dataSide(interpreter, order);
  if (turn.depart !== null) return leaveTogether(interpreter, order, { sent, data, turn, before });
  const mayBeginEarly = interpreter.pipelining.used && interpreter.state.announced !== null;
  const preparing = prepare(interpreter, order, data.onread);
  // Where only the data connection is waited for, which needs no word, the server is told meanwhile where to begin.
  const early =
    mayBeginEarly && !wantsAllocation(interpreter, order.allocate ?? null) ? beginAt(interpreter, order, data) : null;
  early?.catch(() => {});
  const route = await preparing;
  try {
    await allocateRoom(interpreter, order.allocate ?? null);
    // Behind another EPSV it would not be right before the transfer command any more.
    await (route.announcedAhead && early !== null ? early : beginAt(interpreter, order, data));
    refuseCancelled(order.signal);
    order.beforeCommand?.();
    const completion = await runTransfer(interpreter, order, sent, route, data, turn);
    interpreter.state.restarted = false;
    return { bytes: order.counter.bytes - before, completion, suspect: data.suspect };
  } finally {
    data.stop();
    route.close();
  }
};

/** Tells the server where to begin, and where it can be told where to end. */
const beginAt = async (interpreter: Interpreter, { start, extent }: TransferOrder, data: DataSide): Promise<void> => {
  const marker = start?.marker ?? null;
  if (!extent) return await restartAt(interpreter, marker);
  const { length } = extent;
  if (await rangeFrom(interpreter, marker, length)) data.expectEnd(length);
};

interface Prepared {
  readonly sent: Command;
  readonly data: DataSide;
  readonly turn: Turn;
  readonly before: number;
}

/**
 * A transfer whose commands go out with those of others, one behind the other in one segment, so that each begins as soon
 * as the server is through with the one before:
 *
 *     -> EPRT, RETR a, EPRT, RETR b …        <- 200, 150, 226, 200, 150, 226 …
 */
const leaveTogether = async (
  interpreter: Interpreter,
  order: TransferOrder,
  { sent, data, turn, before }: Prepared,
): Promise<TransferOutcome> => {
  const { route, announce } = await listenAhead(interpreter, interpreter.state.activeVerb ?? 'EPRT');
  try {
    await turn.depart?.();
    refuseCancelled(order.signal);
    announce();
    const completion = await runTransfer(interpreter, order, sent, route, data, turn);
    return { bytes: order.counter.bytes - before, completion, suspect: data.suspect };
  } finally {
    data.stop();
    route.close();
  }
};

/** Neither the address nor the path. */
const REST_OF_COMMANDS = 'EPRT |2||65535|\r\nRETR \r\n'.length;

/**
 * How many bytes a transfer's commands are, where they may go out before the transfer ahead of it is over: where the data
 * connection is an active one, and nothing has to be changed or asked before the transfer command. Otherwise null.
 */
export const bytesAhead = (
  interpreter: Interpreter,
  path: string,
  { parameters, start, extent, ...more }: TransferOptions,
): number | null => {
  const mayGoAhead =
    isActiveKnown(interpreter) &&
    start === null &&
    extent === null &&
    !wantsAllocation(interpreter, more.allocate) &&
    !interpreter.state.restarted &&
    isOrdinary(interpreter) &&
    areInForce(interpreter.state, parameters);
  const { externalAddress } = interpreter.options;
  const address = externalAddress ?? interpreter.control.localAddress;
  return mayGoAhead ? REST_OF_COMMANDS + address.length + Buffer.byteLength(path) : null;
};

/** CWD, TYPE, STRU, MODE and the way to the data connection, sent together: none depends on the other's reply. */
const prepare = async (
  interpreter: Interpreter,
  { verb, argument, directory, parameters, signal, asIs }: TransferOrder,
  onread: DataSide['onread'],
): Promise<DataRoute> => {
  const moved = directory === null ? Promise.resolve() : demand(interpreter, 'CWD', directory);
  const agreed = ensureParameters(interpreter, parameters, asIs);
  const told = pretell(interpreter, verb, argument);
  if (!interpreter.pipelining.used) await told;
  const routed = announceRoute(interpreter, onread, signal);
  try {
    const [, , route] = await orCancelled(together(moved, agreed, routed, told), signal);
    return route;
  } catch (error) {
    routed.then(
      (route) => route.close(),
      () => {},
    );
    throw error;
  }
};
