import path from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from './fixtures.ts';
import { endHost, type Host, isRunning, startHost } from './host.ts';
import { localFiles } from './person.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

interface Runs {
  /** Starts the program on the same data as the run before, which is ended first. */
  readonly start: () => Promise<Host>;
}

/** A test in which the program is started more than once. */
export const test = base.extend<{ runs: Runs }>({
  runs: async ({ home }, use) => {
    let host: Host | null = null;
    const end = async ({ application, main }: Host): Promise<void> => {
      const ended = new Promise((resolve) => main.once('exit', resolve));
      await application.close();
      if (isRunning(main)) await ended;
    };
    await use({
      start: async () => {
        if (host) await end(host);
        const again = host ? { userData: host.userData } : {};
        host = await startHost({ app: PROJECT, env: { HOME: home, USERPROFILE: home }, ...again });
        return host;
      },
    });
    if (host) await endHost(host);
  },
});

/** The window of a run, when its left pane shows the local files. */
export const pageOf = async ({ application }: Host): Promise<Page> => {
  const page = await application.firstWindow();
  await localFiles(page).waitFor();
  return page;
};
