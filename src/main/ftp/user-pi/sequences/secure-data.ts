import { FaultError } from '#shared/fault.ts';
import { isCompletion, type Reply, replyText } from '#shared/ftp/reply.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import { excerpt } from '../../protocol/protocol-fault.ts';
import { ask, demand, type Interpreter, together } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';

/**
 * Protects the data connections as the site wants it, under TLS alone (RFC 4217 9):
 *
 *     B --PBSZ 0, PROT P--> W --2--> S, private
 *                           W --4,5--> the person is asked: S, in the clear, or F
 *     B --PBSZ 0, PROT C--> W --2--> S, in the clear
 *                           W --4,5--> PROT P, as the server wants more protection, or has no PROT at all
 *
 * Faults: `security: protection-refused`. Data in the clear beside a protected login is never had without being asked
 * for.
 */
export const secureData = async (interpreter: Interpreter): Promise<void> => {
  const { control, options, state } = interpreter;
  if (control.tlsProtocol === null) return;
  if (options.tls.data === 'clear' || options.learned.dataProtectionFails) {
    state.wantsPrivateData = !isCompletion(await sayProtection(interpreter, 'C')) && (await isPrivate(interpreter));
    return;
  }
  const reply = await sayProtection(interpreter, 'P');
  state.wantsPrivateData = isCompletion(reply);
  if (state.wantsPrivateData) return;
  const refusal = protectionRefused('logging-in', `PROT P: ${reply.code} ${excerpt(replyText(reply))}`);
  await agreeOnClearData(interpreter, refusal, dialogueOf('PROT P', reply));
};

const isPrivate = async (interpreter: Interpreter): Promise<boolean> =>
  isCompletion(await sayProtection(interpreter, 'P'));

/**
 * Goes on in the clear where the person agrees, for this server from now on.
 * Faults: `refusal`, where the person does not or may not be asked.
 */
export const agreeOnClearData = async (
  interpreter: Interpreter,
  refusal: FaultError,
  evidence: Evidence,
): Promise<void> => {
  const { control, options, state } = interpreter;
  const { fault } = refusal;
  const isCertain = options.overrides.dataProtectionFails === false;
  // Behind CCC the level can be changed no more (RFC 4217 5).
  if (fault.kind !== 'security' || isCertain || control.cleared) throw refusal;
  // Another transfer of this connection, or another connection, may have met it first.
  if (!options.learned.dataProtectionFails) {
    if (!(await options.tls.decideClearData(fault.detail))) throw refusal;
    learn(interpreter, 'dataProtectionFails', true, evidence);
  }
  await sayProtection(interpreter, 'C');
  state.wantsPrivateData = false;
};

/** The fault of a server that does not protect data connections, with what it said. */
export const protectionRefused = (stage: 'logging-in' | 'transfer-command', detail: string): FaultError =>
  new FaultError({ kind: 'security', stage, reason: 'protection-refused', detail });

/** As the site wants it, after it was otherwise between two servers. Faults: `reply`. */
export const protectAgain = async (interpreter: Interpreter, level: 'P' | 'C'): Promise<void> => {
  await demand(interpreter, 'PROT', level);
  interpreter.state.protectsData = level === 'P';
};

/**
 * PBSZ has to come first (RFC 2228 3), with size 0 as TLS has its own buffers; some servers refuse it and take PROT.
 * @returns the answer to PROT
 */
const sayProtection = async (interpreter: Interpreter, level: 'P' | 'C'): Promise<Reply> => {
  const [, reply] = await together(
    ask(interpreter, 'PBSZ', '0', 'logging-in'),
    ask(interpreter, 'PROT', level, 'logging-in'),
  );
  if (isCompletion(reply)) interpreter.state.protectsData = level === 'P';
  return reply;
};
