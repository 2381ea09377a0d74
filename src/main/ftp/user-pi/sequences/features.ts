import { isNegative, type Reply } from '#shared/ftp/reply.ts';
import type { ConnectOptions } from '../../engine.ts';
import { hashInForce } from '../../protocol/checksum-offers.ts';
import { parseFeatureList } from '../../protocol/feature-list.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';

/** Facts of MLST (RFC 3659 7.5) that the panes show; those not sent by default have to be asked for. */
const WANTED_FACTS: ReadonlySet<string> = new Set([
  'type',
  'size',
  'modify',
  'perm',
  'unix.mode',
  'unix.owner',
  'unix.group',
  'unix.ownername',
  'unix.groupname',
  'unix.uid',
  'unix.gid',
]);

/** The name under which we are known to servers that ask who calls (CLNT; not in an RFC). */
const CLIENT_NAME = 'Longshore';

/**
 * Keeps what FEAT (RFC 2389) said. A server that refuses it is older than RFC 2389, and so than MLSD (RFC 3659): nothing
 * is promised then, MLSD is not tried, and every other command is.
 */
export const takeFeatures = (interpreter: Interpreter, reply: Reply): void => {
  learn(interpreter, 'featFails', isNegative(reply), dialogueOf('FEAT', reply));
  const { state } = interpreter;
  state.features = interpreter.options.learned.featFails ? new Map() : parseFeatureList(reply);
  state.hashInForce = hashInForce(state.features);
};

/** Whether the server is to be asked for names in UTF-8; one that has refused is not asked again. */
export const isUtf8 = ({ encoding, asksUtf8, learned }: ConnectOptions): boolean =>
  asksUtf8 && /^(auto|utf-?8)$/i.test(encoding) && !learned.utf8Fails;

/**
 * What FEAT offered and is not on by itself. A refusal costs nothing, the server goes on as it was, so where commands go
 * ahead of replies nobody has to wait for these:
 *
 *     -> CLNT Longshore, OPTS UTF8 ON, OPTS MLST type;size;…
 *
 * UTF8 is here only for a server that gets one command at a time, and for one that wants to know its client first (CLNT)
 * and refused it before that.
 *
 * @param toUtf8 the reply to an `OPTS UTF8 ON` that was sent before FEAT was answered; null: none was
 */
export const setOptions = async (interpreter: Interpreter, toUtf8: Reply | null): Promise<void> => {
  const { state, options, pipelining } = interpreter;
  const { features } = state;
  const send = (verb: 'CLNT' | 'OPTS', argument: string): Promise<Reply | null> =>
    ask(interpreter, verb, argument, 'logging-in').catch(() => null);
  const answered: Promise<unknown>[] = [];
  if (features.has('CLNT')) answered.push(send('CLNT', CLIENT_NAME));
  if (isUtf8(options)) {
    const again = toUtf8 === null ? features.has('UTF8') : isNegative(toUtf8) && features.has('CLNT');
    if (again) answered.push(send('OPTS', UTF8_ON).then((reply) => judgeUtf8(interpreter, reply)));
    else judgeUtf8(interpreter, toUtf8);
  }
  const facts = factsToAskFor(features.get('MLST') ?? '');
  if (facts !== null) answered.push(send('OPTS', `MLST ${facts}`));
  if (!pipelining.used) await Promise.all(answered);
};

/** As servers know it (the draft that RFC 2640 came of); `OPTS UTF8` alone is taken by fewer. */
export const UTF8_ON = 'UTF8 ON';

/** A refusal alone says nothing: Pure-FTPd answers 504 and speaks UTF-8, as its FEAT promises. */
const judgeUtf8 = (interpreter: Interpreter, reply: Reply | null): void => {
  if (reply === null || !isNegative(reply) || interpreter.state.features.has('UTF8')) return;
  learn(interpreter, 'utf8Fails', true, dialogueOf(`OPTS ${UTF8_ON}`, reply));
};

/**
 * @param promised `type*;size*;modify*;unix.mode;` a star marks what is sent anyway (RFC 3659 7.8)
 * @returns the argument of OPTS MLST, or null where nothing wanted is missing
 */
export const factsToAskFor = (promised: string): string | null => {
  const facts = promised.split(';').filter((fact) => fact !== '');
  const wanted = facts.filter((fact) => WANTED_FACTS.has(fact.replace('*', '').toLowerCase()));
  if (wanted.every((fact) => fact.endsWith('*'))) return null;
  return wanted.map((fact) => `${fact.replace('*', '')};`).join('');
};
