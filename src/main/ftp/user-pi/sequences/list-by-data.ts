import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { ASCII_FILE_STREAM, DEFAULT_LOCAL_FORM } from '#shared/ftp/transfer-parameters.ts';
import type { ByteCounter } from '../../engine.ts';
import type { ListingKind } from '../../listing/listing-reader.ts';
import { command } from '../../protocol/command.ts';
import type { Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';
import { transfer } from '../transfer.ts';
import { type Listed, type ListOrder, readerOf } from './list-order.ts';
import { askZone, zoneWanted } from './server-zone.ts';

/** The commands that list over a data connection, as they are sent. */
export type DataListing = 'MLSD' | 'LIST -a' | 'LIST' | 'NLST';

const COMMANDS: Readonly<
  Record<DataListing, { readonly verb: string; readonly argument: string | null; readonly kind: ListingKind }>
> = {
  MLSD: { verb: 'MLSD', argument: null, kind: 'mlsd' },
  'LIST -a': { verb: 'LIST', argument: '-a', kind: 'list' },
  LIST: { verb: 'LIST', argument: null, kind: 'list' },
  NLST: { verb: 'NLST', argument: null, kind: 'nlst' },
};

/**
 * A listing over a data connection (RFC 959 4.1.3, RFC 3659 7), complete when its completion reply has come. The directory
 * is entered first and the command sent without a pathname: servers take names that hold spaces, begin with a hyphen or
 * look like patterns apart when they stand behind LIST, but not behind CWD.
 *
 * Faults: as of a transfer, CWD's refusal, and `listing: too-long`.
 */
export const listByData = async (interpreter: Interpreter, order: ListOrder, by: DataListing): Promise<Listed> => {
  const { verb, argument, kind } = COMMANDS[by];
  const samples = kind === 'list' ? zoneWanted(interpreter) : null;
  const reader = readerOf(interpreter, order, kind, (entries) => samples?.add(entries));
  const counter: ByteCounter = { bytes: 0 };
  const entered = enter(interpreter, order.path);
  if (!interpreter.pipelining.used) await entered.settled;
  const to = {
    async write(bytes: Uint8Array) {
      if (entered.refusal() === null) reader.push(bytes);
    },
  };
  // RFC 959 4.1.3: "the user should ensure that the TYPE is appropriately ASCII or EBCDIC". The reader takes CR LF.
  const transferOrder = {
    verb,
    argument,
    directory: null,
    parameters: ASCII_FILE_STREAM,
    form: DEFAULT_LOCAL_FORM,
    asIs: true,
    start: null,
    moves: { to },
    counter,
    signal: order.signal,
    onCheckpoint: null,
    beforeCommand() {
      const refusal = entered.refusal();
      if (refusal !== null) throw refusal;
    },
  };
  try {
    const { completion } = await transfer(interpreter, transferOrder, order.turn);
    const summary = reader.end();
    if (samples !== null) askZone(interpreter, samples);
    return { summary, bytes: counter.bytes, completion };
  } catch (error) {
    const refusal = argument === null ? emptyRefusal(error) : null;
    if (refusal === null) throw error;
    return { summary: reader.end(), bytes: 0, completion: refusal };
  } finally {
    // Why it could not be entered tells more than what came of listing another directory.
    await entered.settled;
  }
};

/**
 * CWD, whose reply the listing need not wait for: it is read only, and what it tells of another directory is not believed.
 * Faults, at once: `refused-here` for a name that cannot be sent.
 */
const enter = (
  { dialogue, codec }: Interpreter,
  directory: Pathname,
): { readonly settled: Promise<void>; refusal(): unknown } => {
  let refusal: unknown = null;
  const { final } = dialogue.send(command('CWD', directory, codec), { stage: 'preparing' });
  const settled = final.then((reply) => {
    if (!isCompletion(reply)) throw replyFault(reply, 'CWD', 'preparing');
  });
  settled.catch((error: unknown) => {
    refusal = error;
  });
  return { settled, refusal: () => refusal };
};

/**
 * The words of servers that refuse to list what is empty: `550 No files found.` of wu-ftpd and inetutils-ftpd to NLST,
 * `550 No members found.` of z/OS. Nowhere else are words branched on; here the directory was entered before, and what
 * is not in these words stays a refusal. Behind an option they may speak of a file called so.
 */
const EMPTY = /^no (?:files|members|data sets|entries) (?:were )?found\b/i;

const emptyRefusal = (error: unknown): Reply | null => {
  if (!(error instanceof FaultError) || error.fault.kind !== 'reply') return null;
  const { stage, code, text } = error.fault;
  const refused = stage === 'transfer-command' && (code === 450 || code === 550);
  return refused && EMPTY.test(text) ? { code, lines: [text] } : null;
};
