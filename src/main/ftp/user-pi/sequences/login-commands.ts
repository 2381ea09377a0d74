import { FaultError } from '#shared/fault.ts';
import { isLoginCommand } from '#shared/ftp/login-command.ts';
import { isNegative, replyText } from '#shared/ftp/reply.ts';
import { commandOfLine } from '../../protocol/command.ts';
import { excerpt } from '../../protocol/protocol-fault.ts';
import type { Interpreter } from '../interpreter.ts';
import { leavesDirectory } from './working-directory.ts';

/**
 * The commands that the site has sent after each login, in order. Where commands go ahead of replies nobody waits for
 * these: what follows is answered behind them. A refusal is noted and changes nothing else; one that is the program's own
 * to send is not sent.
 */
export const sendLoginCommands = async (interpreter: Interpreter): Promise<void> => {
  const answered = interpreter.options.login.commands.map((line) => send(interpreter, line));
  if (!interpreter.pipelining.used) await Promise.all(answered);
};

const send = async (interpreter: Interpreter, line: string): Promise<void> => {
  const { dialogue, codec, options, state } = interpreter;
  const { note } = options.observer;
  if (!isLoginCommand(line)) {
    note(`not sent after the login: ${line} (files, data connections and the login itself are the program's business)`);
    return;
  }
  try {
    const sent = commandOfLine(line, codec);
    if (leavesDirectory(sent.verb)) state.directory = null;
    const reply = await dialogue.send(sent, { stage: 'logging-in' }).final;
    if (isNegative(reply))
      note(`${sent.shown} after the login was refused: ${reply.code} ${excerpt(replyText(reply))}`);
  } catch (error) {
    // One that cannot be sent. Where the connection is lost, whoever uses it next is told.
    if (error instanceof FaultError && error.fault.kind === 'refused-here')
      note(`not sent after the login: ${error.fault.detail}`);
  }
};
