import type { Fault } from '#shared/fault.ts';

/** What the process answers to the shell. */
export const ExitStatus = {
  done: 0,
  /** Some of what was asked for failed. */
  someFailed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** No connection, no login. */
  notConnected: 3,
  /** The listing holds lines nobody understood. */
  notUnderstood: 4,
  /** Going on could do harm. */
  refused: 5,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/** The status for a fault that ended a command, by its facts. */
export const statusOfFault = (fault: Fault): ExitStatus => {
  if (fault.kind === 'cancelled') return ExitStatus.interrupted;
  if (isRefusedForSafety(fault)) return ExitStatus.refused;
  switch (fault.stage) {
    case 'connecting':
    case 'greeting':
    case 'logging-in':
      return ExitStatus.notConnected;
    default:
      return ExitStatus.someFailed;
  }
};

const isRefusedForSafety = (fault: Fault): boolean => {
  if (fault.kind === 'between-servers') return fault.reason === 'not-encrypted';
  if (fault.kind !== 'refused-here') return false;
  return fault.reason === 'unsafe-argument' || fault.reason === 'unsafe-name' || fault.reason === 'through-link';
};

/** The status for several things of which these failed; empty: all done. */
export const statusOfFaults = (faults: readonly Fault[]): ExitStatus => {
  const [first, ...others] = faults.map(statusOfFault);
  if (first === undefined) return ExitStatus.done;
  return others.every((status) => status === first) ? first : ExitStatus.someFailed;
};
