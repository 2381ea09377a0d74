import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { endHost, startHost } from '../../app/host.ts';

const APP = path.join(import.meta.dirname, 'app');
const STAND_IN = path.resolve(import.meta.dirname, '../electron');

/** A screen that nobody sees. Only Linux needs one; elsewhere there is always the person's. */
const startScreen = async (): Promise<{ readonly display: string; readonly end: () => Promise<void> }> => {
  const server: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.stdio[3]?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
  });
  return {
    display: `:${number}`,
    end: async () => {
      server.kill();
      await exited;
    },
  };
};

test('opens a window of its size on the screen, and ends when it is closed', async () => {
  const screen = process.platform === 'linux' ? await startScreen() : null;
  try {
    const host = await startHost({
      app: APP,
      env: { STAND_IN_HEADED: '1', WAYLAND_DISPLAY: '', ...(screen ? { DISPLAY: screen.display } : {}) },
    });
    const page = await host.application.firstWindow();
    await expect(page.getByRole('heading')).toBeVisible();
    await expect.poll(() => page.evaluate(() => [outerWidth, outerHeight])).toEqual([640, 480]);
    const ended = new Promise((resolve) => host.main.once('exit', resolve));
    await page.close();
    expect(await ended).toBe(0);
    await endHost(host);
  } finally {
    await screen?.end();
  }
});

test('says in a line that there is no display', () => {
  const { status, stderr } = spawnSync(STAND_IN, [APP], {
    env: { PATH: process.env['PATH'], STAND_IN_HEADED: '1' },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'electron stand-in: no display to open a window on; xvfb-run -a lends one\n',
  });
});
