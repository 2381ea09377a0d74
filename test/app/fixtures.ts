import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { endHost, isRunning, startHost } from './host.ts';

export { expect } from '@playwright/test';
export { dropFiles } from './drop-files.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

export interface Options {
  /**
   * Arguments of Longshore itself, as an ftp:// URL. Playwright takes an array for a value with its options:
   * `test.use({ appArguments: [['ftp://…'], { option: true }] })`.
   */
  readonly appArguments: readonly string[];
  readonly appEnvironment: Readonly<Record<string, string>>;
  /** The errors of the window or of main that a test provokes. */
  readonly expectedProblem: RegExp | null;
}

export interface Fixtures {
  /** The person's home folder, where the local pane opens; empty, and removed afterwards. */
  readonly home: string;
  readonly app: ElectronApplication;
  /** The window. */
  readonly page: Page;
}

/** Errors that the window shows in its console or does not catch. */
const collectFromPage = (page: Page, problems: string[]): void => {
  page.on('pageerror', (error) => problems.push(`window: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`window's console: ${message.text()}`);
  });
};

const KEPT = 'uncaughtByMain';

/** Has main remember what it does not catch, and does not change what comes of it. */
const watchMain = (app: ElectronApplication): Promise<void> =>
  app.evaluate((_electron, name) => {
    const kept: string[] = [];
    Reflect.set(globalThis, name, kept);
    process.on('uncaughtExceptionMonitor', (error) => kept.push(error.stack ?? String(error)));
  }, KEPT);

const uncaughtByMain = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate((_electron, name) => Reflect.get(globalThis, name) as string[], KEPT);

/** A test on the built window. It fails, whatever it looked at, where the window or main had an error of its own. */
export const test = base.extend<Fixtures & Options>({
  appArguments: [[], { option: true }],
  appEnvironment: [{}, { option: true }],
  expectedProblem: [null, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures needed from the pattern.
  home: async ({}, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'longshore-home-'));
    await use(folder);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  app: async ({ home, appArguments, appEnvironment, expectedProblem }, use) => {
    const problems: string[] = [];
    const host = await startHost({
      app: PROJECT,
      args: appArguments,
      env: { HOME: home, USERPROFILE: home, ...appEnvironment },
    });
    const { application, main } = host;
    for (const page of application.windows()) collectFromPage(page, problems);
    application.on('window', (page) => collectFromPage(page, problems));
    await watchMain(application);
    await use(application);
    // A test may have ended the app itself; then its exit status tells.
    if (isRunning(main)) problems.push(...(await uncaughtByMain(application).catch(() => ['main is gone'])));
    const status = await endHost(host);
    if (status !== 0) problems.push(`main ended with status ${status}\n${host.stderr()}`);
    expect(problems.filter((problem) => !expectedProblem?.test(problem))).toEqual([]);
  },

  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.getByRole('grid', { name: 'Local files' }).waitFor();
    await use(page);
  },
});
