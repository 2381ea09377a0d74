import { FaultError } from '#shared/fault.ts';
import { parentPathname } from '#shared/ftp/pathname.ts';
import { isCompletion, isNegative, type Reply, replyText } from '#shared/ftp/reply.ts';
import type { ConnectOptions } from '../../engine.ts';
import { orCancelled } from '../cancelling.ts';
import { ask, demand, type Interpreter, together } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';
import { type Listed, type ListOrder, readerOf } from './list-order.ts';

/** Whether directories are listed over the control connection before any other way is tried. */
export const listsByStatus = ({ listing, learned }: ConnectOptions): boolean =>
  listing.command === 'STAT' || (listing.command === 'auto' && learned.statLists);

/**
 * A listing over the control connection (RFC 959 4.1.3: "If the argument is a pathname, the command is analogous to the
 * LIST command except that data shall be transferred over the control connection"). The directory is entered and called
 * by a dot: Pure-FTPd takes a pathname with a space apart, and Asus routers list the directory one is in whatever is named.
 *
 *     -> CWD /docs, STAT -a .      <- 250, 213-Status of .:
 *                                         -rw-r--r--   1 anna  staff  531 Nov 20 10:00 report.txt
 *                                     213 End of status
 *
 * The first line and the last are no entries. Complete when the last line has come. Where `-a` is refused or lists
 * nothing, not even `.`, the dot goes alone.
 *
 * Faults: `reply`; `listing: not-understood` for the listing of another directory; `cancelled`; those of the dialogue for
 * a reply that is too long.
 */
export const listByStatus = async (interpreter: Interpreter, order: ListOrder): Promise<Listed> => {
  const { state } = interpreter;
  const all = state.statusListsAll === false ? null : await askStatus(interpreter, order, '-a .');
  if (all !== null && isCompletion(all) && (state.statusListsAll === true || linesOf(all).length > 0)) {
    state.statusListsAll = true;
    return read(interpreter, order, all);
  }
  const plain = await askStatus(interpreter, order, '.');
  if (!isCompletion(plain)) throw replyFault(plain, 'STAT', 'preparing');
  if (all !== null && (isNegative(all) || linesOf(plain).length > 0)) state.statusListsAll = false;
  return read(interpreter, order, plain);
};

const askStatus = async (interpreter: Interpreter, { path, signal }: ListOrder, argument: string): Promise<Reply> => {
  const [, reply] = await orCancelled(
    together(demand(interpreter, 'CWD', path), ask(interpreter, 'STAT', argument)),
    signal,
  );
  return reply;
};

/** The lines between the first and the last, without the space that some servers put before each of them. */
const linesOf = ({ lines }: Reply): readonly string[] => {
  const inner = lines.slice(1, -1).filter((line) => line !== '');
  return inner.every((line) => line.startsWith(' ')) ? inner.map((line) => line.slice(1)) : inner;
};

const read = (interpreter: Interpreter, order: ListOrder, reply: Reply): Listed => {
  const lines = linesOf(reply);
  refuseParents(interpreter, order, lines);
  const reader = readerOf(interpreter, order, 'list');
  let bytes = 0;
  for (const line of lines) {
    const encoded = interpreter.codec.encode(line);
    bytes += encoded.length;
    reader.push(encoded);
    reader.push(LINE_END);
  }
  return { summary: reader.end(), bytes, completion: { code: reply.code, lines: [replyText(reply).slice(0, KEPT)] } };
};

const LINE_END = Uint8Array.of(0x0d, 0x0a);

/** Of the reply so many characters are kept to show what it was. */
const KEPT = 200;

/** So many directories are remembered by what STAT told of them. */
const MOST_REMEMBERED = 1_000;

/**
 * What lists the very same as the directory above, times and all, is that directory, in which the one we wanted has an
 * entry of its own: the server does not list where we are.
 */
const refuseParents = ({ state }: Interpreter, { path }: ListOrder, lines: readonly string[]): void => {
  const { statusDigests } = state;
  // Not imported: no other listing needs it, and it takes its time to load.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const digest = createHash('sha256').update(lines.join('\n')).digest('base64');
  const parent = parentPathname(path);
  if (lines.length > 0 && parent !== path && statusDigests.get(parent) === digest) {
    throw new FaultError({
      kind: 'listing',
      stage: 'preparing',
      reason: 'not-understood',
      detail: `STAT lists ${parent} in place of ${path}`,
    });
  }
  if (statusDigests.size >= MOST_REMEMBERED) statusDigests.clear();
  statusDigests.set(path, digest);
};
