import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';

const STAND_IN = path.resolve(import.meta.dirname, '../electron-stand-in/electron');

/** A running app with the folder of its own data, and what went wrong in its main process. */
export interface Host {
  readonly application: ElectronApplication;
  /** The main process. */
  readonly main: ChildProcess;
  readonly userData: string;
  /** What the main process wrote to stderr since it began. */
  readonly stderr: () => string;
}

export interface HostOptions {
  /** The folder with package.json, or a file. */
  readonly app: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Data of an earlier run to go on with; a new, empty folder where absent. */
  readonly userData?: string;
}

const currentEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** Starts an app in the stand-in, or in real Electron where LONGSHORE_HOST says so. */
export const startHost = async ({ app, args = [], env = {}, userData }: HostOptions): Promise<Host> => {
  const folder = userData ?? fs.mkdtempSync(path.join(os.tmpdir(), 'longshore-app-'));
  const real = process.env['LONGSHORE_HOST'] === 'electron';
  const application = await _electron.launch({
    ...(real ? {} : { executablePath: STAND_IN }),
    args: [`--user-data-dir=${folder}`, app, ...args],
    env: { ...currentEnvironment(), LC_ALL: 'C.UTF-8', LANGUAGE: 'en_US', ...env },
    // The app's own theme decides the colours, not the driver's.
    colorScheme: null,
  });
  const main = application.process();
  let stderr = '';
  main.stderr?.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  return { application, main, userData: folder, stderr: () => stderr };
};

/** Whether a process has not ended yet. */
export const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** Quits the app where it has not ended by itself, waits for its end, and removes its data. @returns the exit status. */
export const endHost = async ({ application, main, userData }: Host): Promise<number | null> => {
  if (isRunning(main)) {
    const ended = new Promise((resolve) => main.once('exit', resolve));
    await application.close();
    if (isRunning(main)) await ended;
  }
  fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  return main.exitCode;
};
