import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import { askSecretly } from '../ask-secretly.ts';
import { ask, type Interpreter, together } from '../interpreter.ts';
import { replyFault } from '../reply-fault.ts';
import { supplyAccount, wantsAccount } from './account.ts';
import { loginName } from './ftp-proxy.ts';
import { answerChallenge, challengeIn } from './one-time-password.ts';
import { nameHost } from './virtual-host.ts';

/**
 * The login sequence (RFC 959 6); 1yz anywhere, 3yz after ACCT are errors:
 *
 *     B --USER--> W --2--> S
 *                 W --3--> PASS --> W --2--> S
 *                                   W --3--> ACCT --> W --2--> S
 *     4,5 anywhere -> F
 *
 * A 332 may answer USER as well: the account is asked for without a password (RFC 959 5.4). USER may go out before the
 * greeting has come; PASS waits for both, as its secret is for a server that has said what it is.
 *
 * @param along called once PASS is sent, for what may travel with it
 * @returns whether PASS was the last command, so that what travelled with it was heard by a server we are logged in to
 * Faults: `reply` with stage `logging-in`, also for an account that is wanted and not known; those of asking for it.
 */
export const login = async (interpreter: Interpreter, greeted: Promise<void>, along: () => void): Promise<boolean> => {
  const { options } = interpreter;
  const sendPassword = (secret: string): Promise<Reply> => {
    const answered = askSecretly(interpreter, 'PASS', secret, 'logging-in');
    along();
    return answered;
  };
  let verb = 'USER';
  const hosted = nameHost(interpreter);
  let [, , reply] = await together(greeted, hosted, ask(interpreter, verb, loginName(options), 'logging-in'));
  if (reply.code === 331) {
    verb = 'PASS';
    const challenge = challengeIn(interpreter, reply);
    reply = await (challenge === null
      ? sendPassword(options.password)
      : answerChallenge(interpreter, reply, challenge, sendPassword));
  }
  // 202 to PASS: USER was enough.
  if (isCompletion(reply)) return verb === 'PASS';
  const refused = replyFault(reply, verb, 'logging-in');
  if (!wantsAccount(refused)) throw refused;
  await supplyAccount(interpreter, refused, 'logging-in');
  return false;
};
