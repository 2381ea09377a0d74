import { FaultError, type RefusedReason } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import type { TypedAnswer } from '#shared/ftp/typed-command.ts';
import { commandOfLine, splitLine } from '../../protocol/command.ts';
import { COMMAND_TABLE } from '../../protocol/command-table.ts';
import type { Interpreter, ServerState } from '../interpreter.ts';
import { forgetParameter } from './parameters.ts';
import { dropAnnounced } from './passive.ts';
import { rawListing } from './raw-listing.ts';
import { leavesDirectory, returnIfStrayed } from './working-directory.ts';

const PORT_VERBS: ReadonlySet<string> = new Set(['PORT', 'PASV', 'EPRT', 'EPSV']);

/** What they carry is secret. */
const SECRET_VERBS: ReadonlySet<string> = new Set(['PASS', 'ACCT']);

/**
 * A command as a person typed it, with its data connection where it lists something.
 * Faults: `refused-here: file-command` and `governed` for what the table says so of; `unsafe-argument`, `bad-input`;
 * `not-supported` for a password in the clear behind CCC;
 * those of a transfer but for refusals, which are answers.
 */
export const raw = async (interpreter: Interpreter, line: string): Promise<TypedAnswer> => {
  const { dialogue, codec, control, state } = interpreter;
  const typed = commandOfLine(line, codec);
  if (typed.verb === '') throw refused('bad-input', 'no command');
  const use = COMMAND_TABLE.get(typed.verb)?.typed ?? 'free';
  if (use === 'file') throw refused('file-command', typed.verb);
  if (use === 'governed') throw refused('governed', typed.verb);
  if (control.cleared && SECRET_VERBS.has(typed.verb)) throw refused('not-supported', `${typed.verb} behind CCC`);
  await returnIfStrayed(interpreter);
  if (use === 'listing') return rawListing(interpreter, typed.verb, splitLine(line).argument);
  // What was announced ahead is taken back by another data port.
  if (PORT_VERBS.has(typed.verb)) dropAnnounced(interpreter);
  forget(state, typed.verb);
  const replies: Reply[] = [];
  const onPreliminary = (reply: Reply): void => {
    replies.push(reply);
  };
  replies.push(await dialogue.send(typed, { stage: 'preparing', onPreliminary }).final);
  // The server closes now (RFC 959 4.1.1), and that is no loss: it was asked to.
  if (typed.verb === 'QUIT') dialogue.close();
  return { replies, listing: null };
};

/** What was known of the server's state and may be otherwise behind this command: the next transfer sets it anew. */
const forget = (state: ServerState, verb: string): void => {
  forgetParameter(state, verb);
  if (verb === 'REST') state.restarted = true;
  if (leavesDirectory(verb)) state.directory = null;
};

const refused = (reason: RefusedReason, detail: string): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'preparing', reason, detail });
