import { type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { protocolFault } from '../../protocol/protocol-fault.ts';
import { parseQuotedPathname } from '../../protocol/quoted-pathname.ts';
import { ask, demand, type Interpreter, together } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';

/**
 * PWD (RFC 959 4.1.3).
 * @returns null where the server is known not to tell
 * Faults: `reply`, `protocol: malformed-reply`.
 */
const printDirectory = async (interpreter: Interpreter): Promise<Pathname | null> => {
  if (interpreter.options.learned.pwdFails) {
    // Asked all the same: it is a sign of life, and the reply is of no use.
    await ask(interpreter, 'PWD');
    return null;
  }
  const reply = await demand(interpreter, 'PWD');
  const path = parseQuotedPathname(reply.lines[0] ?? '');
  if (path === null || path === '') throw protocolFault('malformed-reply', reply.lines[0] ?? '');
  return path;
};

/**
 * Where login put us, by the reply to PWD. A server that does not tell (5yz, or `257 ""`) is taken to have put us at the
 * root, and wherever it is sent after that, it is taken to be there.
 */
export const takeHome = (interpreter: Interpreter, reply: Reply): Pathname => {
  const { observer, learned } = interpreter.options;
  const told = isCompletion(reply) ? parseQuotedPathname(reply.lines[0] ?? '') : null;
  const path = told === '' ? null : told;
  if (path === null) observer.note('the server does not say where we are; taken to be /');
  learn(interpreter, 'pwdFails', path === null, dialogueOf('PWD', reply));
  const home = learned.pwdFails ? '/' : (path ?? '/');
  interpreter.state.directory = home;
  return home;
};

/** PWD as the person sees it, after going back where a listing went elsewhere. Faults: `reply`. */
export const workingDirectory = async (interpreter: Interpreter): Promise<Pathname> => {
  const { state } = interpreter;
  await returnIfStrayed(interpreter);
  const here = (await printDirectory(interpreter)) ?? state.directory ?? '/';
  state.directory = here;
  return here;
};

/** CWD, then PWD: what the server calls the place, links followed or not, is its business. Faults: `reply`. */
export const changeDirectory = (interpreter: Interpreter, path: Pathname): Promise<Pathname> =>
  move(interpreter, ['CWD', path], path);

/** CDUP (RFC 959 4.1.1), then PWD: where we are now. Faults: `reply`. */
export const toParentDirectory = (interpreter: Interpreter): Promise<Pathname> =>
  move(interpreter, ['CDUP', null], parentPathname(interpreter.state.directory ?? '/'));

/** @param otherwise where we are then, should the server not tell */
const move = async (
  interpreter: Interpreter,
  [verb, argument]: readonly ['CWD' | 'CDUP', Pathname | null],
  otherwise: Pathname,
): Promise<Pathname> => {
  await returnIfStrayed(interpreter);
  const [, told] = await together(demand(interpreter, verb, argument), printDirectory(interpreter));
  const here = told ?? otherwise;
  interpreter.state.directory = here;
  return here;
};

/** A listing goes into the directory it lists; this goes back before anything that depends on where we are. */
export const returnIfStrayed = async (interpreter: Interpreter): Promise<void> => {
  const { state } = interpreter;
  if (state.strayed && state.directory !== null) await demand(interpreter, 'CWD', state.directory);
  state.strayed = false;
};

const MOVING_VERBS: ReadonlySet<string> = new Set(['CWD', 'XCWD', 'CDUP', 'XCUP', 'SMNT', 'USER', 'PASS', 'ACCT']);

/** Whether the server's working directory may be any behind this command. */
export const leavesDirectory = (verb: string): boolean => MOVING_VERBS.has(verb);
