import { spawn } from 'node:child_process';
import { build } from '../lib/build.ts';
import { ROOT } from '../lib/paths.mjs';
import { WrongUse } from '../lib/wrong-use.ts';
import { type Practice, startPractice } from './practice.ts';
import { findWindowHost, NoWindow, type WindowHost } from './window-host.ts';

const say = (line: string): void => console.log(line);

interface Wishes {
  readonly practice: boolean;
  /** Of the practice server; 0: any. */
  readonly port: number;
  /** For the app. */
  readonly rest: readonly string[];
}

/** Reads the arguments. @throws WrongUse where --port is not one. */
const readWishes = (args: readonly string[]): Wishes => {
  const rest: string[] = [];
  let practice = false;
  let port = 0;
  const left = [...args];
  for (let argument = left.shift(); argument !== undefined; argument = left.shift()) {
    if (argument === '--practice') practice = true;
    else if (practice && argument === '--port') port = Number(left.shift());
    else rest.push(argument);
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse('--port needs a number from 0 to 65535');
  return { practice, port, rest };
};

/** Runs the window until it is closed. @returns its exit status. */
const openWindow = async (host: WindowHost, args: readonly string[]): Promise<number> => {
  const child = spawn(host.command, [...host.args, ROOT, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...host.environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // The terminal tells the window of Ctrl-C too; this process waits for it, and then tidies up.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return await new Promise((resolve) => {
    child.once('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 130 : 1)));
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
};

/**
 * Builds what is not built and opens Longshore; with `--practice` connected to a server of its own.
 *
 * @returns the exit status.
 */
export const start = async (args: readonly string[]): Promise<number> => {
  let practice: Practice | null = null;
  try {
    const wishes = readWishes(args);
    const failure = await build();
    if (failure) {
      console.error(failure);
      return 1;
    }
    const host = await findWindowHost(say);
    if (wishes.practice) practice = await startPractice(wishes.port, say);
    const forPractice = practice
      ? [`--user-data-dir=${practice.userData}`, `--practice-connect=${practice.address}`]
      : [];
    return await openWindow(host, [...forPractice, ...wishes.rest]);
  } catch (error) {
    if (!(error instanceof NoWindow || error instanceof WrongUse)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await practice?.end();
  }
};
