import { FaultError } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { commandOfLine } from '../../protocol/command.ts';
import { COMMAND_TABLE } from '../../protocol/command-table.ts';
import type { Interpreter } from '../interpreter.ts';
import { returnIfStrayed } from './working-directory.ts';

/** After these the server's working directory may be any. */
const MOVING_VERBS: ReadonlySet<string> = new Set(['CWD', 'XCWD', 'CDUP', 'XCUP', 'SMNT', 'USER', 'PASS', 'ACCT']);

/**
 * A command as a person typed it.
 * @returns every reply to it, preliminary ones first
 * Faults: `refused-here: not-supported` for what the table says only the engine may send; `refused-here:
 * unsafe-argument`, `bad-input`.
 */
export const raw = async (interpreter: Interpreter, line: string): Promise<readonly Reply[]> => {
  const { dialogue, codec, state } = interpreter;
  const typed = commandOfLine(line, codec);
  if (typed.verb === '') throw refused('bad-input', 'no command');
  const use = COMMAND_TABLE.get(typed.verb)?.raw ?? 'free';
  if (use === 'data') throw refused('not-supported', `${typed.verb} opens a data connection`);
  if (use === 'governed') throw refused('not-supported', `${typed.verb} is sent by the program itself`);
  await returnIfStrayed(interpreter);
  if (typed.verb === 'TYPE') state.type = null;
  if (MOVING_VERBS.has(typed.verb)) state.directory = null;
  const replies: Reply[] = [];
  const onPreliminary = (reply: Reply): void => {
    replies.push(reply);
  };
  replies.push(await dialogue.send(typed, { stage: 'preparing', onPreliminary }).final);
  return replies;
};

const refused = (reason: 'bad-input' | 'not-supported', detail: string): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'preparing', reason, detail });
