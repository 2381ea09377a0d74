import { FaultError } from '#shared/fault.ts';
import type { UserFtp } from '../engine.ts';
import type { Interpreter } from './interpreter.ts';

/** One of the two user-PIs of a transfer between servers (RFC 959 2.3). */
export interface Peer {
  readonly interpreter: Interpreter;
  /** Whoever needs two peers takes the turn of the lower one first, so that nobody waits in a circle. */
  readonly order: number;
  /** Runs `group` when the control connection is free for it. Faults: `cancelled` before that; those of the group. */
  turn<T>(group: () => Promise<T>, signal: AbortSignal | null): Promise<T>;
}

const peers = new WeakMap<UserFtp, Peer>();
let made = 0;

/** Makes a connection known as one that can take part in transfers between servers. */
export const introduce = (connection: UserFtp, peer: Omit<Peer, 'order'>): void => {
  made += 1;
  peers.set(connection, { ...peer, order: made });
};

/** What stands behind a connection. Faults: `defect` for one that the engine did not make. */
export const peerOf = (connection: UserFtp): Peer => {
  const peer = peers.get(connection);
  if (peer !== undefined) return peer;
  throw new FaultError({ kind: 'defect', stage: 'preparing', detail: 'a connection that this engine did not make' });
};

/** Runs `group` while both control connections are held. Faults: as of {@link Peer.turn}. */
export const holdBoth = <T>(
  one: Peer,
  other: Peer,
  group: () => Promise<T>,
  signal: AbortSignal | null,
): Promise<T> => {
  const [first, second] = one.order < other.order ? [one, other] : [other, one];
  return first.turn(() => second.turn(group, signal), signal);
};
