import type { Fault } from '#shared/fault.ts';
import type { FaultSituation, FaultValues } from './fault-situation.ts';

type BetweenFault = Extract<Fault, { kind: 'between-servers' }>;

/** What two servers that do not transfer to each other mean to the person. */
export const betweenSituation = ({ reason, side }: BetweenFault): FaultSituation => {
  switch (reason) {
    case 'foreign-address':
      return side === 'both' ? 'betweenForeignBoth' : 'betweenForeign';
    case 'no-passive':
      return side === 'both' ? 'betweenNoPassiveBoth' : 'betweenNoPassive';
    case 'cannot-connect':
      return 'betweenCannotConnect';
    case 'not-encrypted':
      return 'betweenNotEncrypted';
    case 'encryption-failed':
      return 'betweenEncryptionFailed';
    case 'parameters-refused':
      return 'betweenParametersRefused';
  }
};

/** The hosts: of the one it is about, and of both. */
export const betweenValues = ({ side, source, target }: BetweenFault): FaultValues => ({
  host: side === 'target' ? target : source,
  source,
  target,
});
