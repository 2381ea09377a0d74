import type { KnownCommand } from '#shared/ftp/typed-command.ts';
import { COMMAND_TABLE } from './protocol/command-table.ts';

/** The commands that are known by name, in the order of the RFCs. */
export const KNOWN_COMMANDS: readonly KnownCommand[] = [...COMMAND_TABLE.values()];
