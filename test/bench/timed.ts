import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientCommand } from './clients/client.ts';
import type { Run } from './interleaved.ts';

/** GNU time: what the kernel counted of the process and of those it started and waited for. */
const TIME = '/usr/bin/time';

/**
 * One run of a whole process. Its output goes nowhere.
 *
 * @param prefix the words before the command line that take it somewhere else; they are not measured but in wall time
 * @throws Error for one that ends with a status other than 0
 */
export const timed = async (
  { command, environment = {} }: ClientCommand,
  prefix: readonly string[] = [],
): Promise<Run> => {
  const folder = await mkdtemp(join(tmpdir(), 'longshore-time-'));
  try {
    const counts = join(folder, 'counts');
    const [program = '', ...words] = [...prefix, TIME, '-f', '%U %S %M', '-o', counts, ...command];
    const began = performance.now();
    const child = spawn(program, words, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...environment },
    });
    let complaint = '';
    child.stderr.on('data', (bytes: Buffer) => {
      complaint = (complaint + bytes).slice(-1_000);
    });
    const [status] = await once(child, 'exit');
    const seconds = (performance.now() - began) / 1_000;
    if (status !== 0) throw new Error(`${command.join(' ').slice(0, 200)} ended with status ${status}: ${complaint}`);
    return { seconds, ...countsOf(await readFile(counts, 'utf8')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** `1.20 0.61 52340`: seconds in the program, seconds in the kernel, KiB at the peak. */
const countsOf = (text: string): { cpuSeconds: number; peakBytes: number } => {
  const [user, system, kibibytes] = text.trim().split(' ').map(Number);
  if (user === undefined || system === undefined || kibibytes === undefined) throw new Error(`${TIME} printed ${text}`);
  return { cpuSeconds: user + system, peakBytes: kibibytes * 1_024 };
};
