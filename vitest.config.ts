import { defineConfig } from 'vitest/config';

// One project per ring, so that a ring can be run, timed and counted alone: npx vitest --project pure
const ring = (name: string, include: string[], testTimeout: number) => ({
  test: {
    name,
    include,
    testTimeout,
    environment: 'node' as const,
    // Command lines that tests start leave nothing in the user's cache folder.
    env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    // What is waited for may take as long as the test: Vitest's own second is too short on a busy machine.
    expect: { poll: { timeout: testTimeout } },
  },
});

export default defineConfig({
  test: {
    projects: [
      ring('pure', ['test/{main,renderer,shared,tools}/**/*.test.{ts,tsx}'], 5_000),
      ring('conversations', ['test/{conversations,server-ftp}/**/*.test.ts'], 10_000),
      ring('properties', ['test/properties/**/*.test.ts'], 60_000),
      ring('interop', ['test/interop/**/*.test.ts'], 60_000),
      ring('packaging', ['test/packaging/**/*.test.ts'], 120_000),
    ],
  },
});
