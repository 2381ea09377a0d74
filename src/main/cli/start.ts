import packageJson from '../../../package.json' with { type: 'json' };
import { callDisk } from '../local/disk.ts';
import { diskAtOnce } from '../local/disk-at-once.ts';
import { runCommandLine } from './command-line.ts';
import { processTerminal } from './process-terminal.ts';
import { keepHeapSmall } from './small-heap.ts';

/** Runs the command line of this process and leaves its exit status. */
export const start = async (): Promise<void> => {
  keepHeapSmall();
  callDisk(diskAtOnce);
  const terminal = processTerminal((status) => process.exit(status));
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal, packageJson.version);
};
