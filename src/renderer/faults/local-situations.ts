import type { LocalCause, RefusedReason } from '#shared/fault.ts';
import type { FaultSituation } from './fault-situation.ts';

const LOCAL: Readonly<Record<LocalCause, FaultSituation>> = {
  'not-found': 'localNotFound',
  'no-permission': 'localNoPermission',
  exists: 'localExists',
  'not-a-directory': 'localNotAFolder',
  'is-a-directory': 'localIsAFolder',
  'disk-full': 'diskFull',
  'name-not-possible': 'localNameNotPossible',
  'changed-meanwhile': 'changedMeanwhile',
  other: 'localOther',
};

const REFUSED: Readonly<Record<RefusedReason, FaultSituation>> = {
  'unsafe-argument': 'unsafeArgument',
  'unsafe-name': 'unsafeName',
  'through-link': 'throughLink',
  'name-taken': 'nameTaken',
  'not-connected': 'notConnected',
  'not-supported': 'notSupported',
  'file-command': 'fileCommand',
  governed: 'governed',
  'no-meaning': 'noMeaning',
  'no-checksum': 'noChecksum',
  'bad-input': 'badInput',
  declined: 'declined',
  'there-already': 'thereAlready',
  'not-newer': 'notNewer',
  'same-size': 'sameSize',
  'same-content': 'sameContent',
  'all-there': 'allThere',
};

/** What went wrong on this computer's own disk. */
export const localFileSituation = (cause: LocalCause): FaultSituation => LOCAL[cause];

/** What Longshore itself refused to do. */
export const refusedHereSituation = (reason: RefusedReason): FaultSituation => REFUSED[reason];
