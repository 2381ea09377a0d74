import { FaultError } from '#shared/fault.ts';
import { isCompletion, type Reply, replyText } from '#shared/ftp/reply.ts';
import { type Challenge, parseChallenge } from '../../protocol/one-time/challenge.ts';
import { isOneTimePassword, oneTimePassword } from '../../protocol/one-time/response.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { loginName } from './ftp-proxy.ts';

/** The challenge in a 331, where the site has such answered; else null. */
export const challengeIn = ({ options }: Interpreter, wanted: Reply): Challenge | null =>
  options.login.oneTimePasswords ? parseChallenge(replyText(wanted)) : null;

/** How often a one-time password is made or asked for after the server refused one. */
const FURTHER_TRIES = 2;

/** With fewer left it is time to begin a new list at the server (RFC 2289 9.0). */
const FEW_LEFT = 10;

/**
 * PASS with a one-time password (RFC 2289, RFC 1760). It is made of the site's password, which is the pass phrase and never
 * sent itself; where that cannot be one or the server refuses what was made of it, a person is asked:
 *
 *     B --USER--> W --331 otp-md5 487 dog2--> PASS BAIL TUFT … --> W --2--> S
 *           ^                                                      W --5--> again, while somebody can be asked
 *           +------------------------------------------------------+
 *
 * A challenge that has moved on since was used up by another connection's login: there the pass phrase is good for the
 * next one too.
 *
 * @param wanted the 331 with its challenge
 * @param sendPassword sends PASS and answers with its reply
 * @returns the reply to the last PASS
 * Faults: `refused-here: bad-input` where none can be made and nobody can be asked; those of asking; as of `ask`.
 */
export const answerChallenge = async (
  interpreter: Interpreter,
  wanted: Reply,
  first: Challenge,
  sendPassword: (secret: string) => Promise<Reply>,
): Promise<Reply> => {
  const { password, askOneTime } = interpreter.options;
  let words = wanted;
  let challenge = first;
  let made = make(interpreter, challenge, password);
  let refused: Reply | null = null;
  for (let left = FURTHER_TRIES; ; left -= 1) {
    tellHowManyAreLeft(interpreter, challenge);
    const answer = made ?? (await askPerson(interpreter, words, challenge, refused !== null));
    if (answer === null) {
      if (refused === null) throw noPassPhrase(words);
      return refused;
    }
    const reply = await sendPassword(answer);
    if (isCompletion(reply) || reply.code === 332 || left === 0) return reply;
    if (made === null && askOneTime === null) return reply;
    refused = reply;
    words = await ask(interpreter, 'USER', loginName(interpreter.options), 'logging-in');
    const next = words.code === 331 ? challengeIn(interpreter, words) : null;
    if (next === null) return reply;
    made =
      next.sequence === challenge.sequence && next.seed === challenge.seed ? null : make(interpreter, next, password);
    challenge = next;
  }
};

/** What a person answers to the challenge: a one-time password, or a pass phrase that one is made of. */
const askPerson = async (
  interpreter: Interpreter,
  words: Reply,
  challenge: Challenge,
  refused: boolean,
): Promise<string | null> => {
  const answer = (await interpreter.options.askOneTime?.(replyText(words), refused)) ?? null;
  if (answer === null || isOneTimePassword(answer)) return answer;
  // Never in the clear. What is neither is refused by the server, and asked for again.
  return make(interpreter, challenge, answer) ?? '';
};

const noPassPhrase = (words: Reply): FaultError => {
  const detail = `${replyText(words)}: a one-time password is wanted, and the password cannot be a pass phrase`;
  return new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'bad-input', detail });
};

/** Null for what can be no pass phrase, or has letters that the site's encoding lacks. */
const make = ({ codec }: Interpreter, challenge: Challenge, passPhrase: string): string | null => {
  let bytes: Uint8Array;
  try {
    bytes = codec.encode(passPhrase);
  } catch {
    // What the codec would name in its fault is a secret.
    return null;
  }
  return oneTimePassword(challenge, bytes);
};

const tellHowManyAreLeft = ({ options }: Interpreter, { sequence }: Challenge): void => {
  if (sequence >= FEW_LEFT) return;
  options.observer.note(`only ${sequence} one-time passwords are left; have the server begin a new list`);
};
