import type { CommandName } from './arguments.ts';
import type { OptionName, OptionValues } from './options.ts';
import { UsageError } from './usage-error.ts';

const PARAMETERS = ['get', 'put', 'cp', 'cat'] as const;

/** Where an option means something; one that is not here means the same to every command. */
const PLACES: readonly { readonly options: readonly OptionName[]; readonly commands: readonly CommandName[] }[] = [
  { options: ['recursive'], commands: ['get', 'put', 'cp', 'rm'] },
  { options: ['tree'], commands: ['ls'] },
  { options: ['parents'], commands: ['mkdir'] },
  { options: ['type', 'format', 'structure', 'mode'], commands: PARAMETERS },
  { options: ['code-page', 'record-form'], commands: ['get', 'put', 'cat'] },
  { options: ['connections', 'overwrite', 'verify'], commands: ['get', 'put', 'cp'] },
  { options: ['resume', 'segments', 'limit'], commands: ['get', 'put'] },
  { options: ['allocate', 'no-atomic'], commands: ['put'] },
];

/** Refuses an option that `command` would not heed. @throws UsageError */
export const checkPlaces = (command: CommandName, values: OptionValues): void => {
  for (const { options, commands } of PLACES) {
    const misplaced = options.find((option) => values[option] !== undefined);
    if (misplaced !== undefined && !commands.includes(command)) {
      throw new UsageError(`${spelled(misplaced)} belongs to ${joined(commands)}, not to ${command}`);
    }
  }
};

/** Those that have a letter are mostly written by it. */
const SHORT: Readonly<Partial<Record<OptionName, string>>> = { recursive: '-r', tree: '-R', parents: '-p' };

const spelled = (option: OptionName): string => SHORT[option] ?? `--${option}`;

/** `get, put and cp`. */
const joined = (commands: readonly string[]): string =>
  [commands.slice(0, -1).join(', '), ...commands.slice(-1)].filter((part) => part !== '').join(' and ');
