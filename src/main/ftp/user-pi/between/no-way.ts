import type { Fault, ServerSide } from '#shared/fault.ts';
import type { Refusal } from './try-way.ts';

/** The hosts of a copy. */
export interface Hosts {
  readonly source: string;
  readonly target: string;
}

type BetweenFault = Extract<Fault, { kind: 'between-servers' }>;

/**
 * What keeps two servers from each other, out of all that was refused; empty: nothing could be tried without giving the
 * data away in the clear. What the operator of one server can change comes before what lies between the two.
 */
export const whyNoWay = (refusals: readonly Refusal[], hosts: Hosts): Fault => {
  const of = (reason: BetweenFault['reason'], side: BetweenFault['side']): Fault => ({
    kind: 'between-servers',
    // Where a data connection was tried, the target may have begun to store.
    stage: refusals.find(({ what }) => what === 'connect')?.fault.stage ?? 'preparing',
    reason,
    side,
    ...hosts,
    detail: refusals.map((refusal) => inWords(refusal, hosts)).join(' / '),
  });
  const foreign = sidesOf(refusals.filter(isForeignAddress));
  if (foreign !== null) return of('foreign-address', foreign);
  const deaf = sidesOf(refusals.filter(({ what, protection }) => what === 'listen' && protection !== 'cpsv'));
  if (deaf !== null) return of('no-passive', deaf);
  const unconnected = refusals.filter(({ what }) => what === 'connect');
  if (unconnected.some(({ protection }) => protection === 'clear')) return of('cannot-connect', 'both');
  return of(unconnected.length > 0 ? 'encryption-failed' : 'not-encrypted', 'both');
};

/**
 * PORT refused; or the one that listens turned the other's call away. Under TLS a failed handshake is answered in the same
 * way, so that it says nothing there.
 */
const isForeignAddress = ({ what, side, way, protection }: Refusal): boolean =>
  what === 'call' || (what === 'connect' && side === way.passive.side && protection === 'clear');

const sidesOf = (refusals: readonly Refusal[]): ServerSide | 'both' | null => {
  const sides = new Set(refusals.map(({ side }) => side));
  if (sides.has('source') && sides.has('target')) return 'both';
  return sides.has('source') ? 'source' : sides.has('target') ? 'target' : null;
};

const inWords = ({ side, fault }: Refusal, hosts: Hosts): string => {
  const said = fault.kind === 'reply' ? `${fault.code} ${fault.text}` : 'detail' in fault ? fault.detail : fault.kind;
  return side === null ? said : `${hosts[side]}: ${said}`;
};
