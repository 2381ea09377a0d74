import { FaultError } from '#shared/fault.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * The login sequence (RFC 959 6); 1yz anywhere, 3yz after ACCT are errors:
 *
 *     B --USER--> W --2--> S
 *                 W --3--> PASS --> W --2--> S
 *                                   W --3--> ACCT --> W --2--> S
 *     4,5 anywhere -> F
 *
 * A 332 may answer USER as well: the account is asked for without a password (RFC 959 5.4).
 * Faults: `reply` with stage `logging-in`, also for an account that is wanted and not known.
 */
export const login = async (interpreter: Interpreter): Promise<void> => {
  const { user, password, account } = interpreter.options;
  let verb = 'USER';
  let reply = await askSecretly(interpreter, verb, user);
  if (reply.code === 331) {
    verb = 'PASS';
    reply = await askSecretly(interpreter, verb, password);
  }
  if (reply.code === 332 && account !== null) {
    verb = 'ACCT';
    reply = await askSecretly(interpreter, verb, account);
  }
  // 202 to PASS: USER was enough.
  if (!isCompletion(reply)) throw replyFault(reply, verb, 'logging-in');
};

/** A refusal by our own codec names what it refused; a secret must not be in it. */
const askSecretly = async (interpreter: Interpreter, verb: string, secret: string): Promise<Reply> => {
  try {
    return await ask(interpreter, verb, secret, 'logging-in');
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'refused-here' || verb === 'USER') throw error;
    if (error.fault.reason !== 'bad-input') throw error;
    throw new FaultError({ ...error.fault, stage: 'logging-in', detail: `${verb}: not in the site's encoding` });
  }
};
