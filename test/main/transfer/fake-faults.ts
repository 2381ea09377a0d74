import { FaultError, type Stage } from '#shared/fault.ts';

/** A reply fault as the engine throws it. */
export const replyFault = (command: string, code: number, stage: Stage = 'preparing') =>
  new FaultError({ kind: 'reply', stage, command, code, text: 'no' });

/** The control connection is gone. */
export const lostConnection = (stage: Stage) =>
  new FaultError({ kind: 'control-connection', stage, cause: 'reset', host: 'fake', port: 21, detail: 'ECONNRESET' });
