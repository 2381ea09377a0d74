import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ConnectOptions } from '../engine.ts';
import { pathnameCodec } from '../protocol/pathname-codec.ts';
import { lazyTlsClient } from '../security/lazy-tls-client.ts';
import { connectControl } from './control-connection.ts';
import { createDialogue } from './dialogue.ts';
import { freshState, type Interpreter, pipeliningOf, together } from './interpreter.ts';
import { evidenceOf, learn } from './learn.ts';
import { clearControl } from './sequences/clear-control.ts';
import { passFtpProxy } from './sequences/ftp-proxy.ts';
import { greeting } from './sequences/greeting.ts';
import { login } from './sequences/login.ts';
import { type AskedFacts, askLoginFacts } from './sequences/login-facts.ts';
import { dropAnnounced } from './sequences/passive.ts';
import { secureControl } from './sequences/secure.ts';

interface Connected {
  readonly interpreter: Interpreter;
  readonly home: Pathname;
}

/**
 * A user-PI that is connected, protected as asked, and logged in, and where login put it. A server that does not get on
 * with commands sent ahead of its replies is met a second time, one command after the other.
 * Faults: `control-connection`, `security`, `protocol` and `reply` with the stages `connecting`, `greeting` and
 * `logging-in`; `cancelled`.
 */
export const connectInterpreter = async (asked: ConnectOptions): Promise<Connected> => {
  // SuSE's ftp-proxy opens no data connection for a transfer command that others came along with: 425.
  const options = asked.proxy?.kind === 'ftp' ? { ...asked, pipelining: false } : asked;
  const ahead = pipeliningOf(options).used;
  try {
    return await logInOnce(options);
  } catch (error) {
    if (!ahead || !mayBeForHaste(error) || options.signal?.aborted === true) throw error;
    options.observer.note('the login went wrong; trying again with one command after the other');
    const connected = await logInOnce({ ...options, pipelining: false });
    learn({ options }, 'pipeliningFails', true, evidenceOf(error));
    return connected;
  }
};

/** What a server may do that has lost or mixed up commands which came before it expected them. */
const mayBeForHaste = (error: unknown): boolean => {
  if (!(error instanceof FaultError)) return false;
  const { fault } = error;
  if (fault.stage !== 'logging-in') return false;
  if (fault.kind === 'reply') return fault.code === 500 || fault.code === 503;
  if (fault.kind === 'protocol') return fault.reason === 'unexpected-reply';
  return fault.kind === 'control-connection' && fault.cause !== 'service-closing';
};

const logInOnce = async (options: ConnectOptions): Promise<Connected> => {
  const { interpreter, outcome } = await beginDialogue(options, introduce);
  return { interpreter, home: outcome };
};

/**
 * A connected user-PI, and what came of the first things it says. Where those fail nothing stays open.
 * Faults: those of connecting and of `introduction`; `cancelled`.
 */
export const beginDialogue = async <T>(
  options: ConnectOptions,
  introduction: (interpreter: Interpreter) => Promise<T>,
): Promise<{ readonly interpreter: Interpreter; readonly outcome: T }> => {
  const { signal } = options;
  const codec = await pathnameCodec(options.encoding);
  const tls = lazyTlsClient(options);
  const control = await connectControl(options, tls);
  const dialogue = createDialogue(control, codec, options);
  const cancel = (): void => dialogue.fail({ kind: 'cancelled', stage: 'logging-in' });
  signal?.addEventListener('abort', cancel, { once: true });
  const state = freshState();
  const interpreter: Interpreter = { options, control, dialogue, codec, tls, state, pipelining: pipeliningOf(options) };
  void dialogue.gone.then(() => dropAnnounced(interpreter));
  try {
    return { interpreter, outcome: await introduction(interpreter) };
  } catch (error) {
    dialogue.close();
    if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'logging-in' }, { cause: error });
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
};

/**
 * From the greeting to the facts. Where commands go ahead of replies, the first one does not wait for the greeting, and
 * what is asked about the server travels with the password:
 *
 *     -> USER (or AUTH TLS)       <- 220, 331
 *     -> PASS, FEAT, PWD …        <- 230, 211, 257 …
 */
const introduce = async (interpreter: Interpreter): Promise<Pathname> => {
  const { security } = interpreter.options;
  const greeted = greeting(interpreter);
  const secured = secureControl(interpreter);
  if (security === 'explicit' || security === 'try') await together(greeted, secured);
  else await secured;
  await passFtpProxy(interpreter, greeted);
  let facts: AskedFacts | null = null;
  const along = (): void => {
    if (interpreter.pipelining.used) facts = askLoginFacts(interpreter);
  };
  const [, heard] = await together(greeted, login(interpreter, greeted, along));
  const asked: AskedFacts | null = heard ? facts : null;
  const home = await (asked ?? askLoginFacts(interpreter)).take();
  await clearControl(interpreter);
  return home;
};
