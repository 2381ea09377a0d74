import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

export interface Finished {
  /** Null where it was ended by a signal, by the time limit, or never began. */
  readonly status: number | null;
  /** Both of its outputs in the order they came. */
  readonly output: string;
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Added to this process's environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds until the process and all it started are ended. */
  readonly limit: number;
}

const KILL_PATIENCE_MS = 3_000;
const END_PATIENCE_MS = 500;
const running = new Set<ChildProcess>();

/** Ends a process and everything it started: it leads a group of its own. */
const killGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself.
  }
};

const END_STATUS = { SIGINT: 130, SIGTERM: 143 } as const;

/** A group of its own does not hear of Ctrl-C: what runs is ended, and then this process. */
const endAll = (signal: keyof typeof END_STATUS): void => {
  for (const child of running) killGroup(child, 'SIGTERM');
  setTimeout(() => {
    for (const child of running) killGroup(child, 'SIGKILL');
    process.exit(END_STATUS[signal]);
  }, END_PATIENCE_MS);
};

/** Listens for the end only while something runs: at other times it is the script's own matter. */
const begin = (child: ChildProcess): void => {
  if (running.size === 0) process.on('SIGINT', endAll).on('SIGTERM', endAll);
  running.add(child);
};

const finish = (child: ChildProcess): void => {
  running.delete(child);
  if (running.size === 0) process.off('SIGINT', endAll).off('SIGTERM', endAll);
};

/** Runs a program to its end, quietly; never throws. What it left running is ended with it. */
export const run = async (command: string, args: readonly string[], options: RunOptions): Promise<Finished> => {
  const settings: SpawnOptions = {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  };
  const child = spawn(command, args, settings);
  begin(child);
  let output = '';
  let timedOut = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
  }
  const limit = setTimeout(() => {
    timedOut = true;
    killGroup(child, 'SIGTERM');
    setTimeout(() => killGroup(child, 'SIGKILL'), KILL_PATIENCE_MS).unref();
  }, options.limit);
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
    child.once('exit', resolve);
  });
  clearTimeout(limit);
  killGroup(child, 'SIGKILL');
  finish(child);
  return { status: timedOut ? null : status, output, timedOut };
};
