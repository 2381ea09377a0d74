import { command } from '../protocol/command.ts';
import type { DataRoute } from './data-route.ts';
import type { Interpreter } from './interpreter.ts';
import { sendActiveAhead } from './sequences/active.ts';
import { passiveVerb } from './sequences/passive.ts';

/** The replies that only these commands have (RFC 959 4.2.2, RFC 2428 3). */
const PASSIVE_REPLIES = { EPSV: new Set([229]), PASV: new Set([227]) } as const;

/**
 * Announces the next transfer's data connection while this one's transfer is under way, so that it costs no round trip
 * of its own:
 *
 *     -> RETR a, EPSV        <- 150 … 226, 229        -> RETR b, EPSV …
 *
 * Only for a server that is known to answer in order: pyftpdlib takes EPSV at once and drops the transfer under way,
 * with a FIN that looks like the end of the file.
 *
 * @param way of the transfer under way; the next one's is the same
 */
export const announceAhead = (interpreter: Interpreter, way: DataRoute['way']): void => {
  const { state } = interpreter;
  if (state.announced !== null) return;
  if (way === 'passive') announcePassiveAhead(interpreter);
  else if (way === 'active' && state.activeVerb !== null) announceActiveAhead(interpreter, state.activeVerb);
};

const announcePassiveAhead = (interpreter: Interpreter): void => {
  const { dialogue, codec, state } = interpreter;
  const verb = passiveVerb(interpreter);
  const sent = command(verb, null, codec);
  const { final } = dialogue.send(sent, { stage: 'preparing', owns: PASSIVE_REPLIES[verb], spoils: true });
  state.announced = { way: 'passive', verb, reply: final };
};

const announceActiveAhead = (interpreter: Interpreter, verb: 'EPRT' | 'PORT'): void => {
  const { state } = interpreter;
  const sent = sendActiveAhead(interpreter, verb);
  // Whoever takes it is told why there is none.
  sent.catch(() => {});
  state.announced = { way: 'active', sent };
};

/** Closes what was announced and nobody will use any more. */
export const dropAnnounced = ({ state }: Interpreter): void => {
  const { announced } = state;
  state.announced = null;
  if (announced?.way !== 'active') return;
  announced.sent.then(
    ({ route }) => route.close(),
    () => {},
  );
};
