import type { Fault } from '#shared/fault.ts';
import type { Names } from './session-names.ts';

/** A fault as it is told outside of the session: the server's words read as its names do. */
export const readableFault = (fault: Fault, { show }: Pick<Names, 'show'>): Fault =>
  fault.kind === 'reply' ? { ...fault, text: show(fault.text) } : fault;
