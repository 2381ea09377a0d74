import type { ExitStatus } from './exit-status.ts';
import type { CommandOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/**
 * One command of the command line.
 * Faults: a FaultError ends it with the status of the fault; a UsageError with that of a wrong command line.
 */
export type Command = (operands: readonly string[], options: CommandOptions, terminal: Terminal) => Promise<ExitStatus>;
