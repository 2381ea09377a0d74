import type { AppPackage } from './app-package.ts';
import type { CommandLine } from './command-line.ts';

/** What is known of this run before the app's own code begins. */
export interface Launch {
  readonly app: AppPackage;
  readonly commandLine: CommandLine;
  /** A window on the screen, for a person; without it everything happens unseen, for tests. */
  readonly headed: boolean;
  /** `ready` waits for this: Playwright's word that it sees every window from its beginning. */
  readonly mayBeReady: Promise<void>;
}

let current: Launch | undefined;

export const setLaunch = (launch: Launch): void => {
  current = launch;
};

/** @throws Error where the stand-in's modules were imported by something other than its executable. */
export const launch = (): Launch => {
  if (!current) throw new Error('the Electron stand-in is started by its executable only');
  return current;
};
