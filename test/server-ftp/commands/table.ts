import { accessCommands } from './access.ts';
import type { CommandTable } from './command.ts';
import { dataPortCommands } from './data-ports.ts';
import { directoryCommands } from './directories.ts';
import { fileCommands } from './files.ts';
import { informationCommands } from './information.ts';
import { listingCommands } from './listings.ts';
import { parameterCommands } from './parameters.ts';
import { securityCommands } from './security.ts';
import { transferCommands } from './transfers.ts';

/** Every command this server knows, by its verb in capitals. */
export const commandTable: CommandTable = {
  ...accessCommands,
  ...directoryCommands,
  ...parameterCommands,
  ...dataPortCommands,
  ...transferCommands,
  ...listingCommands,
  ...fileCommands,
  ...informationCommands,
  ...securityCommands,
};
