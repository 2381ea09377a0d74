import { command } from '../../protocol/command.ts';
import type { Exchange } from '../exchange.ts';
import type { Interpreter } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';

/** Milliseconds that the ABOR's own reply may take: after the transfer's has come, and in all. */
const FOLDED_AFTER = { transferReply: 250, abort: 2_000 };

/** Milliseconds after which a server that says nothing to ABOR is taken to be gone: somebody waits for the cancelling. */
const PATIENCE = 10_000;

/** What a server says to a line it cannot read; a transfer that has begun is never answered so (RFC 959 5.4). */
const NOT_UNDERSTOOD: ReadonlySet<number> = new Set([500, 501, 502]);

/**
 * ABOR in the middle of a transfer (RFC 959 4.1.3). Servers differ: some stop at once (426, then 226), some look at
 * the control connection only when the file is through (226, then 225 or 226), some give one reply for both. What all
 * have in common is that closing the data connection stops them, and that replies come in order; so: ABOR, close,
 * then read until both replies have come.
 *
 *     B --IP, DM, ABOR, close--> W --226,426,451,551--> W --225,226,5yz--> S
 *                                W --226--> (silence) --PWD--> W --257--> S      one reply for both
 *
 * PWD is asked as no other outstanding command can be answered 257; asked too early it does no harm. To a server that
 * knows no Telnet the interrupt is a part of the command, which it then does not understand, once or twice, before the
 * transfer's reply or after it: that is learned, and PWD tells where its replies end. Afterwards the dialogue is in
 * step again, or has ended. Never throws: the reason to abort is what the caller has to tell.
 */
export const abort = async (interpreter: Interpreter, transfer: Exchange, closeData: () => void): Promise<void> => {
  const { dialogue, codec, options } = interpreter;
  if (dialogue.ended !== null) return closeData();
  const interrupting = !options.learned.interruptFails && transfer.stage !== 'transfer-command';
  const { final } = dialogue.send(command('ABOR', null, codec), {
    stage: transfer.stage,
    urgent: true,
    interrupting,
    ...(interrupting ? { owns: NOT_UNDERSTOOD, overtakes: 'repeatedly' } : {}),
  });
  closeData();
  dialogue.awaitReply();

  let asked = false;
  const askForCertain = (leaves: ReadonlySet<number>): void => {
    if (dialogue.ended !== null || asked) return;
    asked = true;
    options.observer.note('ABOR leaves open which reply is which; asking something only one reply fits');
    dialogue.send(command('PWD', null, codec), { stage: transfer.stage, urgent: true, unmistakable: 257, leaves });
  };
  const askWhetherFolded = (): void => askForCertain(new Set());
  let timer = setTimeout(askWhetherFolded, Math.min(FOLDED_AFTER.abort, options.timeouts.reply / 2));
  let answered = false;
  const transferAnswered = (): void => {
    clearTimeout(timer);
    if (!answered) timer = setTimeout(askWhetherFolded, FOLDED_AFTER.transferReply);
  };
  const abortAnswered = (): void => {
    answered = true;
    clearTimeout(timer);
  };
  const { host, port, timeouts } = options;
  const patience = Math.min(PATIENCE, timeouts.reply);
  const gone = setTimeout(() => {
    const detail = `no reply to ABOR in ${patience / 1000} s`;
    dialogue.fail({ kind: 'control-connection', stage: transfer.stage, cause: 'timeout', host, port, detail });
  }, patience);
  await Promise.all([
    transfer.final.then(transferAnswered, transferAnswered),
    final.then(abortAnswered, abortAnswered),
  ]);
  clearTimeout(gone);
  const reply = await final.catch(() => null);
  if (!interrupting || reply === null || !NOT_UNDERSTOOD.has(reply.code)) return;
  learn(interpreter, 'interruptFails', true, dialogueOf('ABOR', reply));
  askForCertain(NOT_UNDERSTOOD);
};
