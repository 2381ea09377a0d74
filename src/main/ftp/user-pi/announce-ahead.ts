import { command } from '../protocol/command.ts';
import type { Interpreter } from './interpreter.ts';
import { READ_AT_ONCE } from './read-at-once.ts';
import { passiveVerb } from './sequences/passive.ts';

/** `EPSV` or `PASV` with its CRLF. */
const BYTES = 6;

/** The replies that only these commands have (RFC 959 4.2.2, RFC 2428 3). */
const PASSIVE_REPLIES = { EPSV: new Set([229]), PASV: new Set([227]) } as const;

/**
 * Announces the next transfer's passive data connection along with this one's transfer command, so that it costs no round
 * trip of its own:
 *
 *     -> RETR a, EPSV        <- 150 … 226, 229        -> RETR b, EPSV …
 *
 * In one segment that the server reads at once, and only to a server that is known to keep it until the transfer is over: pyftpdlib takes EPSV at once
 * and drops the transfer under way, with a FIN that looks like the end of the file; ProFTPD refuses one that arrives
 * during an upload with 450, Pure-FTPd with 500.
 */
export const announceAhead = (interpreter: Interpreter): void => {
  const { dialogue, codec, state } = interpreter;
  // Behind PRET a port belongs to one transfer, which is not known yet.
  if (state.features.has('PRET')) return;
  if (state.announced !== null || dialogue.unanswered + BYTES > READ_AT_ONCE) return;
  const verb = passiveVerb(interpreter);
  const sent = command(verb, null, codec);
  const { final } = dialogue.send(sent, { stage: 'preparing', owns: PASSIVE_REPLIES[verb], spoils: true });
  state.announced = { verb, reply: final };
};
