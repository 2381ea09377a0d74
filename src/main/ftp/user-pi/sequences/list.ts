import { FaultError } from '#shared/fault.ts';
import type { ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion } from '#shared/ftp/reply.ts';
import { ASCII_FILE_STREAM, DEFAULT_LOCAL_FORM } from '#shared/ftp/transfer-parameters.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import type { ByteCounter, ListOptions } from '../../engine.ts';
import { createListingReader } from '../../listing/listing-reader.ts';
import { command } from '../../protocol/command.ts';
import { KEPT_TURN, type Turn } from '../group-lock.ts';
import type { Interpreter } from '../interpreter.ts';
import { evidenceOf, learn } from '../learn.ts';
import { replyFault } from '../reply-fault.ts';
import { transfer } from '../transfer.ts';
import { workingDirectory } from './working-directory.ts';

interface ListOrder {
  readonly path: Pathname;
  readonly options: ListOptions;
  readonly turn: Turn;
}

/** 5yz that say the server does not know the command or its option, rather than something about the directory. */
const NOT_KNOWN: ReadonlySet<number> = new Set([500, 501, 502, 504]);

/**
 * A directory listing: MLSD (RFC 3659 7) where FEAT promised it, else LIST. The directory is entered first and the
 * command sent without a pathname: servers take names that hold spaces, begin with a hyphen or look like patterns apart
 * when they stand behind LIST, but not behind CWD.
 *
 *     B --CWD, TYPE A, EPSV--> W --MLSD--> 1,2 -> S
 *                                  --5--> LIST -a --> 1,2 -> S
 *                                           --5, or not one byte--> LIST --> 1,2 -> S
 *
 * Faults: as of a transfer, and `listing: too-long`.
 */
export const list = async (
  interpreter: Interpreter,
  path: Pathname,
  options: ListOptions,
  turn: Turn,
): Promise<ListingSummary> => {
  // Held to the end: where the first command is refused, others follow in the same directory.
  const order: ListOrder = { path, options, turn: { ...KEPT_TURN, followed: turn.followed } };
  const { state, options: site } = interpreter;
  if (state.directory === null) await workingDirectory(interpreter);
  state.strayed = path !== state.directory;
  if (state.features.has('MLST') && !site.learned.mlsdFails) {
    const promised = await unlessRefused(run(interpreter, order, 'MLSD', null));
    if ('summary' in promised) return promised.summary;
    if (NOT_KNOWN.has(promised.code)) learn(interpreter, 'mlsdFails', true, promised.evidence);
  }
  return listUnix(interpreter, order);
};

/**
 * `LIST -a` shows hidden files on servers that hand the option to ls or follow its example, and then there are always
 * the lines `.` and `..`. A server to which `-a` is a name refuses it, or lists nothing at all.
 */
const listUnix = async (interpreter: Interpreter, order: ListOrder): Promise<ListingSummary> => {
  const { state } = interpreter;
  if (state.listAll !== false) {
    const all = await unlessRefused(run(interpreter, order, 'LIST', '-a'));
    if ('summary' in all && (all.bytes > 0 || state.listAll === true)) {
      state.listAll = true;
      return all.summary;
    }
    if ('code' in all) state.listAll = false;
  }
  const { summary, bytes } = await run(interpreter, order, 'LIST', null);
  if (bytes > 0) state.listAll = false;
  return summary;
};

interface Listed {
  readonly summary: ListingSummary;
  readonly bytes: number;
}

interface Refused {
  readonly code: number;
  readonly evidence: Evidence;
}

/** The listing, or the 5yz that came in place of the preliminary reply; other faults are thrown. */
const unlessRefused = async (listed: Promise<Listed>): Promise<Listed | Refused> => {
  try {
    return await listed;
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'reply') throw error;
    const { stage, code } = error.fault;
    if (stage !== 'transfer-command' || code < 500) throw error;
    return { code, evidence: evidenceOf(error) };
  }
};

const run = async (
  interpreter: Interpreter,
  { path: directory, options: { signal, onEntries }, turn }: ListOrder,
  verb: 'MLSD' | 'LIST',
  argument: string | null,
): Promise<Listed> => {
  const kind = verb === 'MLSD' ? 'mlsd' : 'list';
  const reader = createListingReader({ codec: interpreter.codec, kind, nowMs: Date.now(), onEntries });
  const counter: ByteCounter = { bytes: 0 };
  const entered = enter(interpreter, directory);
  if (!interpreter.pipelining.used) await entered.settled;
  const to = {
    async write(bytes: Uint8Array) {
      if (entered.refusal() === null) reader.push(bytes);
    },
  };
  // RFC 959 4.1.3: "the user should ensure that the TYPE is appropriately ASCII or EBCDIC". The reader takes CR LF.
  const order = {
    verb,
    argument,
    directory: null,
    parameters: ASCII_FILE_STREAM,
    form: DEFAULT_LOCAL_FORM,
    asIs: true,
    start: null,
    moves: { to },
    counter,
    signal,
    onCheckpoint: null,
    beforeCommand() {
      const refusal = entered.refusal();
      if (refusal !== null) throw refusal;
    },
  };
  try {
    await transfer(interpreter, order, turn);
  } finally {
    // Why it could not be entered tells more than what came of listing another directory.
    await entered.settled;
  }
  return { summary: reader.end(), bytes: counter.bytes };
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
