import type { OnReadOpts } from 'node:net';
import { FaultError } from '#shared/fault.ts';
import type { DataRoute } from './data-route.ts';
import type { Interpreter } from './interpreter.ts';
import { evidenceOf, learn } from './learn.ts';
import { takesCalls, tunnelOf } from './proxy-limits.ts';
import { announceActive } from './sequences/active.ts';
import { listenOnDefaultPort } from './sequences/default-port.ts';
import { announcePassive } from './sequences/passive.ts';

/**
 * Announces a data connection: passive, active or not at all as the site says, or passive first and active where
 * passive cannot be had, which is remembered in the learned facts. A passive one that was announced ahead is used.
 *
 * @param onread buffers for a socket that is read directly, or null
 * Faults: `reply`, `data-connection`, `protocol: malformed-address`, `cancelled`.
 */
export const announceRoute = async (
  interpreter: Interpreter,
  onread: OnReadOpts | null,
  signal: AbortSignal | null,
): Promise<DataRoute> => {
  const { dataConnection, learned, observer } = interpreter.options;
  const activePossible = takesCalls(interpreter.options);
  // What comes first through a proxy is the proxy's own, so those sockets are read like any other stream.
  const direct = tunnelOf(interpreter.options) === null ? onread : null;
  if (dataConnection === 'default-port') return listenOnDefaultPort(interpreter);
  if (dataConnection === 'active') return announceActive(interpreter, signal);
  if (dataConnection === 'passive' || dataConnection === 'extended-passive')
    return announcePassive(interpreter, direct, signal);
  if (learned.passiveFails && activePossible) {
    try {
      return await announceActive(interpreter, signal);
    } catch (error) {
      if (!isAboutTheRoute(error)) throw error;
      learn(interpreter, 'passiveFails', false, evidenceOf(error));
    }
  }
  try {
    return await announcePassive(interpreter, direct, signal);
  } catch (passiveError) {
    if (!isAboutTheRoute(passiveError) || !activePossible) throw passiveError;
    observer.note('no passive data connection can be had; trying active');
    try {
      const route = await announceActive(interpreter, signal);
      learn(interpreter, 'passiveFails', true, evidenceOf(passiveError));
      return route;
    } catch (activeError) {
      // The person asked for neither way: the usual one's failure tells more than that of the stopgap.
      throw isAboutTheRoute(activeError) ? passiveError : activeError;
    }
  }
};

/** Whether the next data connection will be an active one, announced by a verb that the server has taken before. */
export const isActiveKnown = ({ options, state }: Interpreter): boolean =>
  state.activeVerb !== null &&
  (options.dataConnection === 'active' ||
    (options.dataConnection === 'auto' && options.learned.passiveFails && takesCalls(options)));

const isAboutTheRoute = (error: unknown): boolean => {
  if (!(error instanceof FaultError)) return false;
  const { fault } = error;
  return (
    fault.kind === 'reply' ||
    fault.kind === 'data-connection' ||
    (fault.kind === 'protocol' && fault.reason === 'malformed-address')
  );
};
