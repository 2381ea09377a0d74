import { type Fault, FaultError } from '#shared/fault.ts';
import type { ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import type { Interpreter } from '../interpreter.ts';
import { dialogueOf, evidenceOf, learn } from '../learn.ts';
import { type DataListing, listByData } from './list-by-data.ts';
import { isUnderstood, type Listed, type ListOrder } from './list-order.ts';

/** 5yz that say the server does not know the command or its option, rather than something about the directory. */
const NOT_KNOWN: ReadonlySet<number> = new Set([500, 501, 502, 504]);

/**
 * A directory listing by the best command that the server has:
 *
 *     B --CWD, TYPE A, EPSV--> W --MLSD--> 1,2 -> S                          where FEAT promised it
 *                                  --5, or not one line of it is facts--> LIST -a --> 1,2 -> S
 *                                           --5, or nothing--> LIST --> 1,2 -> S
 *                                                --5--> NLST --> 1,2 -> S    names alone
 *
 * What the server showed to be of no use is not tried again, in later program runs either.
 * Faults: as of a transfer, and `listing: too-long`.
 */
export const listAsBest = async (interpreter: Interpreter, order: ListOrder): Promise<ListingSummary> => {
  const { state, options } = interpreter;
  if (!state.features.has('MLST') || options.learned.mlsdFails) return byList(interpreter, order);
  const machine = await unlessRefused(interpreter, order, 'MLSD');
  if ('refusal' in machine) {
    if (NOT_KNOWN.has(machine.refusal.code)) learn(interpreter, 'mlsdFails', true, evidenceOf(machine.error));
    return byList(interpreter, order);
  }
  if (isUnderstood(machine)) return machine.summary;
  const summary = await byList(interpreter, order);
  learn(interpreter, 'mlsdFails', true, unreadable('MLSD', machine));
  return summary;
};

/**
 * `LIST -a` shows hidden files on servers that hand the option to ls or follow its example, and then there are always
 * the lines `.` and `..`. A server to which `-a` is a name refuses it, or lists nothing at all, or says so in a line.
 */
const byList = async (interpreter: Interpreter, order: ListOrder): Promise<ListingSummary> => {
  const { state, options } = interpreter;
  const { learned } = options;
  if (learned.listFails) {
    const names = await unlessRefused(interpreter, order, 'NLST');
    if ('summary' in names) return names.summary;
    learn(interpreter, 'listFails', false, evidenceOf(names.error));
  }
  const all = learned.listAllFails ? null : await unlessRefused(interpreter, order, 'LIST -a');
  if (all !== null && 'summary' in all && (state.listsAll || (all.bytes > 0 && isUnderstood(all)))) {
    state.listsAll = true;
    return all.summary;
  }
  const plain = await unlessRefused(interpreter, order, 'LIST');
  if ('refusal' in plain) return byNames(interpreter, order, plain);
  if (all !== null && plain.bytes > 0 && isUnderstood(plain)) {
    const evidence = 'refusal' in all ? evidenceOf(all.error) : unreadable('LIST -a', all);
    learn(interpreter, 'listAllFails', true, evidence);
  }
  return plain.summary;
};

/**
 * The names alone, where LIST was refused. A directory that is refused for being empty, in words of its own (DrFTPD), has
 * no names either.
 */
const byNames = async (interpreter: Interpreter, order: ListOrder, list: Refused): Promise<ListingSummary> => {
  const names = await unlessRefused(interpreter, order, 'NLST');
  if ('refusal' in names) throw list.error;
  if (NOT_KNOWN.has(list.refusal.code)) learn(interpreter, 'listFails', true, evidenceOf(list.error));
  return names.summary;
};

interface Refused {
  readonly refusal: Extract<Fault, { kind: 'reply' }>;
  readonly error: FaultError;
}

/** The listing, or the 4yz or 5yz that says no to it in place of the preliminary reply; other faults are thrown. */
const unlessRefused = async (
  interpreter: Interpreter,
  order: ListOrder,
  by: DataListing,
): Promise<Listed | Refused> => {
  try {
    return await listByData(interpreter, order, by);
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'reply') throw error;
    const { stage, code } = error.fault;
    if (stage !== 'transfer-command' || (code < 500 && code !== 450)) throw error;
    return { refusal: error.fault, error };
  }
};

/** What a command listed that was of no use. */
const unreadable = (by: DataListing, { completion, summary }: Listed): Evidence => [
  ...dialogueOf(by, completion),
  summary.notUnderstood[0] ?? 'nothing was listed',
];
