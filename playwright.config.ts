import { defineConfig } from '@playwright/test';

export default defineConfig({
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'dot',
  outputDir: 'test-results',
  projects: [
    { name: 'app', testDir: 'test/app' },
    { name: 'stand-in', testDir: 'test/electron-stand-in/specs' },
  ],
});
