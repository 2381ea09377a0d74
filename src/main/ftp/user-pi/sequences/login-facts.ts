import type { Pathname } from '#shared/ftp/pathname.ts';
import { isNegative, type Reply } from '#shared/ftp/reply.ts';
import { ASCII_FILE_STREAM, IMAGE_FILE_STREAM } from '#shared/ftp/transfer-parameters.ts';
import { command } from '../../protocol/command.ts';
import { announceAhead } from '../announce-ahead.ts';
import type { Interpreter } from '../interpreter.ts';
import { isUtf8, setOptions, takeFeatures, UTF8_ON } from './features.ts';
import { listsByStatus } from './list-by-status.ts';
import { sendLoginCommands } from './login-commands.ts';
import { ensureParameters } from './parameters.ts';
import { connectAhead, dropAnnounced } from './passive.ts';
import { secureData } from './secure-data.ts';
import { takeHome, workingDirectory } from './working-directory.ts';

/** What was asked about the server and has not been looked at yet. */
export interface AskedFacts {
  /**
   * Waits for the answers and keeps them, then sets what they offer and sends the site's own commands; answers where login
   * put us. Faults: `security: protection-refused`.
   */
  take(): Promise<Pathname>;
}

/**
 * Asks in one flight all that is to be known about a server before the first listing:
 *
 *     -> PASS …, PBSZ 0, PROT P, TYPE A, EPSV, FEAT, SYST, LANG, OPTS UTF8 ON, PWD
 *
 * They go right behind the last command of the login. Where that is refused they are too, and nothing comes of it; where
 * it was not the last after all, they are asked again. A refused OPTS costs nothing: Pure-FTPd answers 504 to UTF8 ON and
 * speaks UTF-8 all the same. Without pipelining each waits for the one before, and OPTS for what FEAT says.
 */
export const askLoginFacts = (interpreter: Interpreter): AskedFacts => {
  const { options, pipelining } = interpreter;
  // Of another try, with a login that was not complete: refused like the rest.
  dropAnnounced(interpreter);
  const secured = secureData(interpreter);
  secured.catch(() => {});
  if (options.dataConnection === 'extended-passive') void askOwning(interpreter, 'EPSV', null, 'ALL');
  // What a transfer waits for comes first: servers gather the replies behind the first one until that is acknowledged.
  // A translator that CCC is for has to see the port: it is announced in the clear then.
  const announces = pipelining.used && !options.tls.clearControl;
  if (options.expects !== null && announces) expectTransfer(interpreter, options.expects);
  const featured = askOwning(interpreter, 'FEAT', 211);
  const system = askOwning(interpreter, 'SYST', 215);
  if (options.login.language !== null) chooseLanguage(interpreter, options.login.language);
  const encoded = isUtf8(options) && pipelining.used ? askOwning(interpreter, 'OPTS', null, UTF8_ON) : null;
  const placed = askOwning(interpreter, 'PWD', 257);
  return {
    async take() {
      await secured;
      takeFeatures(interpreter, await featured);
      interpreter.state.system = systemOf(await system);
      const home = takeHome(interpreter, await placed);
      await setOptions(interpreter, await encoded);
      await sendLoginCommands(interpreter);
      // One of those may have led elsewhere.
      return interpreter.state.directory === null ? workingDirectory(interpreter) : home;
    },
  };
};

/** LANG (RFC 2640 4.2): the language of the words behind the codes, which are shown and never read. */
const chooseLanguage = (interpreter: Interpreter, language: string): void => {
  void askOwning(interpreter, 'LANG', null, language).then(
    (reply) => {
      if (isNegative(reply)) interpreter.options.observer.note(`the server has no words in ${language}`);
    },
    () => {},
  );
};

/** The 215 of SYST names the system first (RFC 959 5.4: `215 UNIX Type: L8`). */
const systemOf = ({ code, lines }: Reply): string | null => (code === 215 ? (lines[0] ?? null) : null);

/**
 * What a listing or a file needs, so that it can begin with its own command. The listing's port is connected as soon as it
 * is known; a file brings buffers of its own along that the socket has to be made for.
 */
const expectTransfer = (interpreter: Interpreter, expected: 'listing' | 'file'): void => {
  const { dataConnection, learned } = interpreter.options;
  if (expected === 'listing' && listsByStatus(interpreter.options)) return;
  // A refusal is found out by the transfer itself, which then asks again.
  const parameters = expected === 'listing' ? ASCII_FILE_STREAM : IMAGE_FILE_STREAM;
  ensureParameters(interpreter, parameters, expected === 'listing').catch(() => {});
  const passive =
    dataConnection === 'passive' ||
    dataConnection === 'extended-passive' ||
    (dataConnection === 'auto' && !learned.passiveFails);
  if (!passive) return;
  announceAhead(interpreter);
  if (expected === 'listing') connectAhead(interpreter);
};

/** @param code that only this command can be answered with; null: it has none */
const askOwning = (
  { dialogue, codec }: Interpreter,
  verb: string,
  code: number | null,
  argument: string | null = null,
): Promise<Reply> => {
  const owns = code === null ? {} : { owns: new Set([code]) };
  const { final } = dialogue.send(command(verb, argument, codec), { stage: 'logging-in', ...owns });
  // Where the dialogue ends, whoever waits for the login is told.
  final.catch(() => {});
  return final;
};
