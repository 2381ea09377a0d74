import { parseFeatureList } from '../../protocol/feature-list.ts';
import { ask, type Interpreter } from '../interpreter.ts';

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

/**
 * FEAT (RFC 2389), asked after login because some servers refuse it before. A refusal leaves the list empty.
 */
export const askFeatures = async (interpreter: Interpreter): Promise<void> => {
  interpreter.state.features = parseFeatureList(await ask(interpreter, 'FEAT', null, 'logging-in'));
};

/**
 * OPTS for what FEAT offered and is not on by itself. A refusal costs nothing: the server goes on as it was
 * (Pure-FTPd answers 504 to OPTS UTF8 ON and always speaks UTF-8).
 */
export const setOptions = async (interpreter: Interpreter): Promise<void> => {
  const { features } = interpreter.state;
  const sent: Promise<unknown>[] = [];
  const isUtf8 = /^(auto|utf-?8)$/i.test(interpreter.options.encoding);
  if (isUtf8 && features.has('UTF8')) sent.push(ask(interpreter, 'OPTS', 'UTF8 ON', 'logging-in'));
  const facts = factsToAskFor(features.get('MLST') ?? '');
  if (facts !== null) sent.push(ask(interpreter, 'OPTS', `MLST ${facts}`, 'logging-in'));
  await Promise.all(sent);
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
