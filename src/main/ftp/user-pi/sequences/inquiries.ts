import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { isCompletion } from '#shared/ftp/reply.ts';
import { command } from '../../protocol/command.ts';
import { ask, demand, type Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * What STAT is answered with (RFC 959 5.4: system, directory and file status), and what a server says that does not know
 * it; a transfer that has begun is answered with none of these.
 */
const STATUS_REPLIES: ReadonlySet<number> = new Set([211, 212, 213, 500, 501, 502, 504]);

/**
 * STAT (RFC 959 4.1.3). It may be sent during a transfer: servers that look at the control connection meanwhile answer
 * before the 226, the others behind it.
 * @param path null: of the server and its transfer; else a listing of the path in the reply
 * Faults: `reply`.
 */
export const status = async (interpreter: Interpreter, path: Pathname | null): Promise<Reply> => {
  const { dialogue, codec } = interpreter;
  const sent = command('STAT', path, codec);
  const options = { stage: 'preparing', urgent: true, owns: STATUS_REPLIES, overtakes: 'once' } as const;
  const reply = await dialogue.send(sent, options).final;
  if (!isCompletion(reply)) throw replyFault(reply, 'STAT', 'preparing');
  return reply;
};

/** HELP (RFC 959 4.1.3), of one command or of all. Faults: `reply`. */
export const help = (interpreter: Interpreter, topic: string | null): Promise<Reply> =>
  demand(interpreter, 'HELP', topic);

/** SITE (RFC 959 4.1.3): what only this server has. Faults: `reply`. */
export const site = (interpreter: Interpreter, argument: string): Promise<Reply> =>
  demand(interpreter, 'SITE', argument);

/**
 * SYST (RFC 959 4.1.3).
 * @returns the first word of the 215, a name of the list of Assigned Numbers: `UNIX`; null where the server does not say
 */
export const system = async (interpreter: Interpreter): Promise<string | null> => {
  const reply = await ask(interpreter, 'SYST');
  if (reply.code !== 215) return null;
  return /\S+/.exec(reply.lines[0] ?? '')?.[0]?.toUpperCase() ?? null;
};
