import { toFault } from '#shared/fault.ts';
import { type CommandName, type Invocation, parseCommandLine } from './arguments.ts';
import type { Command } from './command.ts';
import { describeFault } from './describe-fault.ts';
import { ExitStatus, statusOfFault } from './exit-status.ts';
import type { Terminal } from './terminal.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';

/**
 * Carries out one command line and says on standard error what went wrong.
 *
 * @param words without the program's own name
 * @param version what `--version` prints
 * @returns the exit status
 */
export const runCommandLine = async (
  words: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<ExitStatus> => {
  try {
    return await carryOut(parseCommandLine(words), terminal, version);
  } catch (thrown) {
    if (terminal.ending !== null) return statusOfEnding(terminal);
    if (thrown instanceof UsageError) {
      terminal.printError(`longshore: ${thrown.message}\nTry: longshore --help\n`);
      return ExitStatus.usage;
    }
    const fault = toFault(thrown, 'preparing');
    terminal.printError(`longshore: ${describeFault(fault)}\n`);
    return statusOfFault(fault);
  }
};

/** Whoever stopped reading (`| head`) has what they wanted. */
const statusOfEnding = (terminal: Terminal): ExitStatus =>
  terminal.ending === 'interrupted' ? ExitStatus.interrupted : ExitStatus.done;

const carryOut = async (invocation: Invocation, terminal: Terminal, version: string): Promise<ExitStatus> => {
  switch (invocation.kind) {
    case 'help':
      terminal.print(USAGE);
      return ExitStatus.done;
    case 'version':
      terminal.print(`${version}\n`);
      return ExitStatus.done;
    case 'command': {
      const command = await LOADERS[invocation.command]();
      return await command(invocation.operands, invocation.options, terminal);
    }
  }
};

/** Loaded when asked for: `ls` need not wait for what only transfers use. */
const LOADERS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  ls: async () => (await import('./commands/ls.ts')).ls,
  get: async () => (await import('./commands/get.ts')).get,
  put: async () => (await import('./commands/put.ts')).put,
  cp: async () => (await import('./commands/cp.ts')).cp,
  mv: async () => (await import('./commands/mv.ts')).mv,
  rm: async () => (await import('./commands/rm.ts')).rm,
  mkdir: async () => (await import('./commands/mkdir.ts')).mkdir,
  chmod: async () => (await import('./commands/chmod.ts')).chmod,
  cat: async () => (await import('./commands/cat.ts')).cat,
  stat: async () => (await import('./commands/stat.ts')).stat,
  raw: async () => (await import('./commands/raw.ts')).raw,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
};
