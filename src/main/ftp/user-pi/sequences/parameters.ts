import { FaultError } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import type { RepresentationType, TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import { formatRepresentationType } from '../../protocol/representation.ts';
import { demand, type Interpreter, isNotImplemented, type ServerState, together } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';

/** The parts of the server's state that a transfer parameter command sets (RFC 959 4.1.2). */
type Parameter = 'type' | 'structure' | 'mode';

const COMMANDS: Readonly<Record<Parameter, string>> = { type: 'TYPE', structure: 'STRU', mode: 'MODE' };

/**
 * TYPE, STRU and MODE, each only where the server-PI has another one: "the server must 'remember' the applicable default
 * values" (RFC 959 4.1.2). They go out together, as none depends on another's reply.
 *
 *     B --TYPE, STRU, MODE--> W --2--> S      1,3 -> E     4,5 -> F
 *
 * A server that knows no TYPE has one alone, and which is not known: lines can be read of either, so listings go on and it
 * is learned. Files do not, as an image that goes as text is spoilt without a sign, unless the site says that the server's
 * type is the right one.
 *
 * @param forLines whether lines are to be read, with or without the CR that TYPE A puts before their LF
 * Faults: as of `demand`, the first in this order.
 */
export const ensureParameters = async (
  interpreter: Interpreter,
  { type, structure, mode }: TransferParameters,
  forLines: boolean,
): Promise<void> => {
  await together(
    forLines ? ensureTypeOfLines(interpreter, type) : ensureType(interpreter, type),
    ensure(interpreter, 'structure', structure),
    ensure(interpreter, 'mode', mode),
  );
};

/** TYPE alone, for what depends on nothing else. Faults as of `demand`. */
export const ensureType = async (interpreter: Interpreter, type: RepresentationType): Promise<void> => {
  if (interpreter.options.overrides.typeFails === true) return;
  await ensure(interpreter, 'type', formatRepresentationType(type));
};

const ensureTypeOfLines = async (interpreter: Interpreter, type: RepresentationType): Promise<void> => {
  if (interpreter.options.learned.typeFails) return;
  const wanted = formatRepresentationType(type);
  const refusal = await refusalOf(ensure(interpreter, 'type', wanted));
  if (refusal !== null) learn(interpreter, 'typeFails', true, dialogueOf(`TYPE ${wanted}`, refusal));
};

/** The reply that says the server does not know the command, or this form of it; other faults are thrown. */
const refusalOf = async (demanded: Promise<void>): Promise<Reply | null> => {
  try {
    await demanded;
    return null;
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'reply') throw error;
    const reply: Reply = { code: error.fault.code, lines: error.fault.text.split('\n') };
    if (!isNotImplemented(reply)) throw error;
    return reply;
  }
};

const ensure = async (interpreter: Interpreter, parameter: Parameter, wanted: string): Promise<void> => {
  const { state } = interpreter;
  if (state[parameter] === wanted) return;
  // Taken to be in force from now on: what is sent behind it, before its reply, need not say it again.
  state[parameter] = wanted;
  try {
    await demand(interpreter, COMMANDS[parameter], wanted);
  } catch (error) {
    // Whether a refused command left the old value standing differs: Pure-FTPd answers TYPE E with 504, in ASCII then.
    state[parameter] = null;
    throw error;
  }
};

/** Whether the server-PI is in these parameters already, so that nothing has to be sent for them. */
export const areInForce = (state: ServerState, { type, structure, mode }: TransferParameters): boolean =>
  state.type === formatRepresentationType(type) && state.structure === structure && state.mode === mode;

/** A command that sets one of them was sent by hand: what it is now is not known. */
export const forgetParameter = (state: ServerState, verb: string): void => {
  if (verb === COMMANDS.type) state.type = null;
  if (verb === COMMANDS.structure) state.structure = null;
  if (verb === COMMANDS.mode) state.mode = null;
};
