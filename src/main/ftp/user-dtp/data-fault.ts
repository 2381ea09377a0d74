import { type ConnectionCause, FaultError, type Stage } from '#shared/fault.ts';
import { connectionCause, systemWords } from '../network/connection-cause.ts';

/** A fault of the data connection. */
export const dataFault = (stage: Stage, cause: ConnectionCause, detail: string): FaultError =>
  new FaultError({ kind: 'data-connection', stage, cause, detail });

/** The same from a thrown value: faults stay what they are, system errors get their cause. */
export const asDataFault = (error: unknown, stage: Stage): FaultError => {
  if (error instanceof FaultError) return error;
  const detail = systemWords(error);
  return new FaultError({ kind: 'data-connection', stage, cause: connectionCause(error), detail }, { cause: error });
};
