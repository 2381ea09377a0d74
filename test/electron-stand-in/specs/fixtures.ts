import path from 'node:path';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { endHost, startHost } from '../../app/host.ts';

interface Fixtures {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** The specs' own small app, which shows what the stand-in does with nothing of Longshore's around it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures needed from the pattern.
  app: async ({}, use) => {
    const host = await startHost({ app: path.join(import.meta.dirname, 'app') });
    await use(host.application);
    expect({ status: await endHost(host), stderr: host.stderr() }).toMatchObject({ status: 0 });
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.getByRole('heading').waitFor();
    await use(page);
  },
});

/** What the app's preload puts into the page. */
export interface SpecApi {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  send(channel: string, ...args: unknown[]): void;
  sendSync(channel: string, ...args: unknown[]): unknown;
  on(channel: string, listener: (...args: unknown[]) => void): void;
}

declare global {
  interface Window {
    readonly api: SpecApi;
  }
}
