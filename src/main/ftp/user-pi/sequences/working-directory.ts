import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { protocolFault } from '../../protocol/protocol-fault.ts';
import { parseQuotedPathname } from '../../protocol/quoted-pathname.ts';
import { demand, type Interpreter, together } from '../interpreter.ts';

/** PWD (RFC 959 4.1.3). Faults: `reply`, `protocol: malformed-reply`. */
export const printDirectory = async (interpreter: Interpreter): Promise<Pathname> => {
  const reply = await demand(interpreter, 'PWD');
  const path = parseQuotedPathname(reply.lines[0] ?? '');
  if (path === null) throw protocolFault('malformed-reply', reply.lines[0] ?? '');
  return path;
};

/** Where login put us, by the reply to PWD. A server that does not tell is taken to have put us at the root. */
export const takeHome = (interpreter: Interpreter, reply: Reply): Pathname => {
  const path = isCompletion(reply) ? parseQuotedPathname(reply.lines[0] ?? '') : null;
  if (path === null) interpreter.options.observer.note('the server does not say where we are; taken to be /');
  const home = path ?? '/';
  interpreter.state.directory = home;
  return home;
};

/** PWD as the person sees it, after going back where a listing went elsewhere. Faults: `reply`. */
export const workingDirectory = async (interpreter: Interpreter): Promise<Pathname> => {
  await returnIfStrayed(interpreter);
  const here = await printDirectory(interpreter);
  interpreter.state.directory = here;
  return here;
};

/** CWD, then PWD: what the server calls the place, links followed or not, is its business. Faults: `reply`. */
export const changeDirectory = async (interpreter: Interpreter, path: Pathname): Promise<Pathname> => {
  const { state } = interpreter;
  await returnIfStrayed(interpreter);
  const [, here] = await together(demand(interpreter, 'CWD', path), printDirectory(interpreter));
  state.directory = here;
  return here;
};

/** A listing goes into the directory it lists; this goes back before anything that depends on where we are. */
export const returnIfStrayed = async (interpreter: Interpreter): Promise<void> => {
  const { state } = interpreter;
  if (state.strayed && state.directory !== null) await demand(interpreter, 'CWD', state.directory);
  state.strayed = false;
};
