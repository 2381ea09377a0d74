import type { Reply } from '#shared/ftp/reply.ts';
import type { ConnectOptions } from '../../engine.ts';
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

/** Keeps what FEAT (RFC 2389) said. A refusal leaves the list empty. */
export const takeFeatures = ({ state }: Interpreter, reply: Reply): void => {
  state.features = parseFeatureList(reply);
};

/** Whether the server is to be asked for names in UTF-8. */
export const isUtf8 = ({ encoding, asksUtf8 }: ConnectOptions): boolean =>
  asksUtf8 && /^(auto|utf-?8)$/i.test(encoding);

/**
 * OPTS for what FEAT offered and is not on by itself. A refusal costs nothing, the server goes on as it was, so where
 * commands go ahead of replies nobody has to wait for these. UTF8 is here only for a server that gets one command at a
 * time; others were told before.
 */
export const setOptions = async (interpreter: Interpreter): Promise<void> => {
  const { state, options, pipelining } = interpreter;
  const wanted: string[] = [];
  if (isUtf8(options) && !pipelining.used && state.features.has('UTF8')) wanted.push('UTF8 ON');
  const facts = factsToAskFor(state.features.get('MLST') ?? '');
  if (facts !== null) wanted.push(`MLST ${facts}`);
  const answered = wanted.map((option) => ask(interpreter, 'OPTS', option, 'logging-in').catch(() => {}));
  if (!pipelining.used) await Promise.all(answered);
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
