import { type Fault, FaultError } from '#shared/fault.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import type { ConnectOptions } from '../engine.ts';
import type { Command } from '../protocol/command.ts';
import { announceAhead } from './announce-ahead.ts';
import type { DataRoute } from './data-route.ts';
import type { DataSide } from './data-side.ts';
import type { Exchange } from './exchange.ts';
import type { Turn } from './group-lock.ts';
import type { Interpreter } from './interpreter.ts';
import { dialogueOf, learn } from './learn.ts';
import { proveOrder } from './prove-order.ts';
import { abort } from './sequences/abort.ts';
import { stopByClosing } from './sequences/stop-by-closing.ts';
import { giveSignsOfLife } from './signs-of-life.ts';
import type { TransferOrder } from './transfer-order.ts';
import { failedData, isRefusedAtOnce, judgeTransfer, stageOf, type TransferState } from './transfer-state.ts';
import { protectionFault } from './unprotected-data.ts';

/** RFC 959 5.4 has 226 and 250; servers also say 225 where the data connection was open before. */
const TRANSFER_COMPLETED: ReadonlySet<number> = new Set([225, 226, 250]);

/**
 * Milliseconds that cancelling waits for a transfer to begin. A server stopped between the command and the data connection
 * may be left expecting that transfer: pyftpdlib then takes the next data connection for it, and sends nothing over it.
 */
const UNTIL_BEGUN = 1_000;

/**
 * Sends the command, moves the data, and waits until the table says how it ended.
 * @returns the completion reply, or what was said where the server was stopped as all that was wanted is here
 */
export const runTransfer = async (
  interpreter: Interpreter,
  order: TransferOrder,
  sent: Command,
  route: DataRoute,
  data: DataSide,
  turn: Turn,
): Promise<Reply> => {
  const { dialogue, options, pipelining, state: server } = interpreter;
  const { verb, signal, counter } = order;
  let state: TransferState = { verb, reply: 'none', data: 'moving', cancelled: false };
  let changed = Promise.withResolvers<void>();
  const start = counter.bytes;
  const isPrivate = server.protectsData;

  const update = (change: Partial<TransferState>): void => {
    const before = state.reply;
    state = { ...state, ...change };
    exchange.stage = isRefusedAtOnce(before, state.reply)
      ? 'transfer-command'
      : stageOf(state.reply, state.data, exchange.stage);
    changed.resolve();
  };
  const expected = Promise.withResolvers<void>();
  // What leaves along with it leaves in one segment, which nothing before it may take up.
  if (turn.depart === null) dialogue.flush();
  const exchange: Exchange = dialogue.send(sent, {
    stage: 'transfer-command',
    completedBy: TRANSFER_COMPLETED,
    onPreliminary: (reply) => {
      data.preliminary(reply);
      order.onPreliminary?.(reply);
      expected.resolve();
      update({ reply: 'preliminary' });
    },
    patient: () => state.data === 'moving' && !state.cancelled && (state.reply !== 'none' || counter.bytes > start),
  });
  server.underWay += 1;
  route.callsAfter(exchange.turn);
  if (pipelining.used && turn.depart === null) {
    const isWorthKnowing = turn.followed || (order.long === true && options.keepAliveMs !== null);
    if (!pipelining.behindTransfers && isWorthKnowing) proveOrder(interpreter, exchange);
    else if (turn.followed && route.way === 'passive') announceAhead(interpreter);
  }
  const isMoving = (): boolean => state.reply === 'preliminary' && state.data === 'moving' && !state.cancelled;
  const signs = giveSignsOfLife(interpreter, order, exchange, isMoving);
  turn.sent();
  // The command before the data: pyftpdlib forgets a data connection that is ended already when STOR comes.
  if (turn.depart === null) dialogue.flush();
  exchange.final.then(
    (final) => {
      if (isCompletion(final)) expected.resolve();
      update({ reply: { final } });
    },
    (error) => update({ reply: { lost: failedData(error).failed } }),
  );
  const moved = sendsTooSoon(options, order) ? expected.promise.then(() => data.move(route)) : data.move(route);
  moved.then(
    () => {
      dialogue.awaitReply();
      update({ data: data.satisfied ? 'enough' : 'done' });
    },
    (error) => {
      dialogue.awaitReply();
      update({ data: failedData(error) });
      // What the server knows itself it explains once nothing is open any more; what it does not is for the abort.
      if (judgeTransfer(state).act !== 'abort') route.close();
    },
  );
  const cancelNow = (): void => update({ cancelled: true });
  let late: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    late = setTimeout(cancelNow, UNTIL_BEGUN);
    void expected.promise.then(cancelNow);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted === true) cancel();

  try {
    for (;;) {
      const verdict = judgeTransfer(state);
      if (verdict.act === 'succeed') {
        learn(interpreter, 'statLists', false, dialogueOf(sent.shown, verdict.completion));
        return verdict.completion;
      }
      if (verdict.act === 'stop') {
        if (typeof state.reply === 'string') await stop(interpreter, exchange, () => route.reset());
        else route.reset();
        return await exchange.final;
      }
      if (verdict.act === 'fail' || verdict.act === 'abort') {
        if (verdict.act === 'abort') await stop(interpreter, exchange, () => route.reset());
        if (route.way === 'active' && state.data !== 'done') {
          learn(interpreter, 'passiveFails', false, [sent.shown, 'the active data connection failed']);
        }
        const because: Fault = { ...verdict.because, stage: exchange.stage };
        if (!isPrivate) throw new FaultError(because);
        const failed = typeof state.data === 'object' ? state.data.failed : null;
        throw new FaultError(protectionFault(because, { verb, failed, resumed: data.resumed }));
      }
      await changed.promise;
      changed = Promise.withResolvers();
    }
  } finally {
    server.underWay -= 1;
    signal?.removeEventListener('abort', cancel);
    clearTimeout(late);
    await signs.end();
  }
};

/**
 * A proxy that speaks FTP gives a data connection up that has ended before it passed the STOR on, and answers 425 (SuSE's
 * ftp-proxy): nothing is sent through one until the server expects it.
 */
const sendsTooSoon = ({ proxy }: ConnectOptions, { moves }: TransferOrder): boolean =>
  proxy?.kind === 'ftp' && 'from' in moves;

/**
 * Stops a transfer: by ABOR, or where another transfer's command is with the server already, which ABOR might stop in its
 * place, by closing the data connection alone.
 */
const stop = (interpreter: Interpreter, exchange: Exchange, closeData: () => void): Promise<void> =>
  interpreter.state.underWay > 1
    ? stopByClosing(interpreter, exchange, closeData)
    : abort(interpreter, exchange, closeData);
