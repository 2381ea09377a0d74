import type { Exchange } from '../exchange.ts';
import type { Interpreter } from '../interpreter.ts';

/** Milliseconds that a server may take to notice that the data connection is closed. */
const PATIENCE = 10_000;

/**
 * Stops a transfer without a command: the server-DTP finds its data connection closed, and the server-PI answers the
 * transfer command with 426 or whatever else it makes of it (RFC 959 5.4). For a transfer behind which another's command
 * was sent already. Afterwards the dialogue is in step again, or has ended. Never throws.
 */
export const stopByClosing = async (
  { dialogue, options }: Interpreter,
  transfer: Exchange,
  closeData: () => void,
): Promise<void> => {
  closeData();
  if (dialogue.ended !== null) return;
  await transfer.turn;
  dialogue.awaitReply();
  const { host, port, timeouts } = options;
  const patience = Math.min(PATIENCE, timeouts.reply);
  const gone = setTimeout(() => {
    const detail = `no reply in ${patience / 1000} s after the data connection was closed`;
    dialogue.fail({ kind: 'control-connection', stage: transfer.stage, cause: 'timeout', host, port, detail });
  }, patience);
  // That the transfer failed is what was wanted.
  await transfer.final.catch(() => {});
  clearTimeout(gone);
};
