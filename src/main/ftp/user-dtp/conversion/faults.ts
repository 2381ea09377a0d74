import { FaultError } from '#shared/fault.ts';
import { protocolFault } from '../../protocol/protocol-fault.ts';

/** What came does not follow the structure or the mode that was agreed. */
export const malformed = (detail: string): FaultError =>
  protocolFault('malformed-data', detail, 'after-preliminary-reply');

/** The data connection ended, and nothing before had said that the file does. */
export const noEndOfFile = (detail: string): FaultError =>
  protocolFault('no-end-of-file', detail, 'after-preliminary-reply');

/** The local file is not what the local form says, or is none that the structure can carry. */
export const unfitFile = (detail: string): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'after-preliminary-reply', reason: 'no-meaning', detail });
