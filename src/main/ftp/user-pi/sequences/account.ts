import { FaultError } from '#shared/fault.ts';
import { isCompletion } from '#shared/ftp/reply.ts';
import { askSecretly } from '../ask-secretly.ts';
import type { Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/** How often another account is asked for after the server refused one. */
const FURTHER_TRIES = 2;

/**
 * Whether a command was refused at once because the server wants an account first: 332 to a login, 532 to whatever
 * needs one (RFC 959 5.4), either to any command.
 */
export const wantsAccount = (error: unknown): error is FaultError => {
  if (!(error instanceof FaultError) || error.fault.kind !== 'reply') return false;
  const { code, command, stage } = error.fault;
  return (code === 332 || code === 532) && command !== 'ACCT' && stage !== 'after-preliminary-reply';
};

/**
 * ACCT (RFC 959 4.1.1, 6) with the site's account, or one that is asked for:
 *
 *     B --ACCT--> W --2--> S        4,5: another account where somebody can be asked, else F
 *
 * @param wanted the refusal that asks for it; thrown where there is no account and nobody to ask
 * Faults: `reply`, `refused-here: declined`, and `not-supported` behind CCC.
 */
export const supplyAccount = async (
  interpreter: Interpreter,
  wanted: FaultError,
  stage: 'logging-in' | 'preparing',
): Promise<void> => {
  const { account: known, askAccount } = interpreter.options;
  if (interpreter.control.cleared) {
    const detail = 'the server wants an account, which would go in the clear behind CCC';
    throw new FaultError({ kind: 'refused-here', stage, reason: 'not-supported', detail });
  }
  let account = known ?? (await askAccount?.(false)) ?? null;
  for (let left = FURTHER_TRIES; account !== null; left -= 1) {
    const reply = await askSecretly(interpreter, 'ACCT', account, stage);
    if (isCompletion(reply)) return;
    if (askAccount === null || left === 0) throw replyFault(reply, 'ACCT', stage);
    account = await askAccount(true);
  }
  throw wanted;
};
