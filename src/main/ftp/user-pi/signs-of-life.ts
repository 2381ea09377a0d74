import { setTimeout as pause } from 'node:timers/promises';
import { command } from '../protocol/command.ts';
import type { Exchange } from './exchange.ts';
import type { Interpreter } from './interpreter.ts';
import type { TransferOrder } from './transfer-order.ts';

/** RFC 959 5.4: NOOP is answered 200, and a transfer never is. */
const COMMAND_OKAY: ReadonlySet<number> = new Set([200]);

/**
 * So many may be unanswered: a server that keeps commands until the transfer is over has them in its buffer, and answers
 * them all then. They are 360 bytes, where ProFTPD reads 4,102 at once and none has less than a segment.
 */
const MOST_UNANSWERED = 60;

/** Milliseconds that the server may take for the replies it still owes when the transfer is over. */
const OWED_WITHIN = 2_000;

/** Signs of life while data moves. */
export interface SignsOfLife {
  /** No more of them; settles when all are answered, so that the next command's reply is its own. */
  end(): Promise<void>;
}

/**
 * NOOP now and then while data moves, for routers that forget a control connection on which nothing passes (TCP's own
 * keep-alive is there besides, and not every router counts it). It must never do harm, so only a server is sent one that
 * was seen to bear what comes during a transfer:
 *
 *     -> RETR a … NOOP … NOOP        <- 150 … 226, 200, 200      kept until the transfer is over (vsftpd)
 *                                    <- 150 … 200 … 200 … 226    answered at once (pyftpdlib)
 *                                    <- 150 … 500 … 226          refused: none is sent on this connection any more
 *
 * An upload gets them only from a connection that has seen one answered 200 at once: ProFTPD and Pure-FTPd refuse
 * commands during an upload that they keep during a download.
 *
 * @param transfer the transfer command that was just sent
 * @param moving whether the transfer has begun and its data is on its way
 */
export const giveSignsOfLife = (
  interpreter: Interpreter,
  { moves }: TransferOrder,
  transfer: Exchange,
  moving: () => boolean,
): SignsOfLife => {
  const { dialogue, codec, options, state, pipelining } = interpreter;
  const { keepAliveMs, learned } = options;
  const unanswered = new Set<Promise<unknown>>();
  let transferIsOver = false;
  const isOver = (): void => {
    transferIsOver = true;
  };
  transfer.final.then(isOver, isOver);

  const isBorne = (): boolean => {
    if (state.answersNoop !== null) return state.answersNoop;
    return 'to' in moves && (learned.answersInOrder || learned.onlyBetweenTransfers);
  };
  const beat = (): void => {
    const alone = state.underWay === 1 && dialogue.ended === null;
    if (!alone || !moving() || !isBorne() || unanswered.size >= MOST_UNANSWERED) return;
    const sent = command('NOOP', null, codec);
    const { final } = dialogue.send(sent, { stage: 'preparing', urgent: true, owns: COMMAND_OKAY, overtakes: 'once' });
    const answered = final.then(
      ({ code }) => {
        if (!transferIsOver) state.answersNoop = code === 200;
      },
      () => {},
    );
    unanswered.add(answered);
    void answered.then(() => unanswered.delete(answered));
  };
  const timer = keepAliveMs === null || !pipelining.used ? null : setInterval(beat, keepAliveMs);

  return {
    async end() {
      if (timer !== null) clearInterval(timer);
      if (unanswered.size === 0 || dialogue.ended !== null) return;
      const all = Promise.all(unanswered);
      const stop = new AbortController();
      await Promise.race([all, pause(OWED_WITHIN, null, { signal: stop.signal }).catch(() => {})]);
      stop.abort();
      if (unanswered.size === 0 || dialogue.ended !== null) return;
      options.observer.note('the server owes replies to NOOP; asking something only one reply fits');
      dialogue.send(command('PWD', null, codec), { stage: 'preparing', urgent: true, unmistakable: 257 });
      await all;
    },
  };
};
