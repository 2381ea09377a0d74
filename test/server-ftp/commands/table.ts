import { accessCommands } from './access.ts';
import { checksumCommands } from './checksums.ts';
import type { CommandTable } from './command.ts';
import { dataPortCommands } from './data-ports.ts';
import { directoryCommands } from './directories.ts';
import { fileCommands } from './files.ts';
import { helpOf } from './help.ts';
import { informationCommands } from './information.ts';
import { listingCommands } from './listings.ts';
import { parameterCommands } from './parameters.ts';
import { securityCommands } from './security.ts';
import { statusCommands } from './status.ts';
import { transferCommands } from './transfers.ts';

const commands: CommandTable = {
  ...accessCommands,
  ...directoryCommands,
  ...parameterCommands,
  ...dataPortCommands,
  ...transferCommands,
  ...listingCommands,
  ...statusCommands,
  ...fileCommands,
  ...informationCommands,
  ...checksumCommands,
  ...securityCommands,
};

/** Every command this server knows, by its verb in capitals. */
export const commandTable: CommandTable = { ...commands, HELP: helpOf(commands) };
