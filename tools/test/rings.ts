import { build } from '../lib/build.ts';
import { at } from '../lib/paths.mjs';
import { run } from '../lib/processes.ts';
import { BROWSER, CJK_FONT, CURL, meet, type Need, OPENSSL, PS, PYTHON, XVFB } from './needs.ts';
import { runPlaywrightProject } from './playwright-ring.ts';
import { lastLines, oneFailure, onePass, type Ring, type RingResult } from './ring.ts';
import { runVitestProject } from './vitest-ring.ts';

const SECOND = 1_000;

/** A check that has no tests to count: it holds or it does not. */
const check = (name: string, script: string, args: readonly string[]): Ring => ({
  name,
  limit: 300 * SECOND,
  missing: async () => null,
  run: async (limit) => {
    const { status, output } = await run(process.execPath, [at('node_modules', script), ...args], { limit });
    return status === 0 ? onePass : oneFailure(lastLines(output));
  },
});

/** The rings that look at the window look at what was built from these sources. */
const onBuild =
  (ring: (limit: number) => Promise<RingResult>) =>
  async (limit: number): Promise<RingResult> => {
    const failure = await build();
    return failure === null ? ring(limit) : oneFailure(lastLines(failure));
  };

const vitest = (name: string, seconds: number, needs: readonly Need[] = []): Ring => ({
  name,
  limit: seconds * SECOND,
  missing: () => meet(needs),
  run: (limit) => runVitestProject(name, limit),
});

const playwright = (name: string, seconds: number, needs: readonly Need[]): Ring => ({
  name,
  limit: seconds * SECOND,
  missing: () => meet(needs),
  run: onBuild((limit) => runPlaywrightProject(name, limit)),
});

/** All rings, the quickest to tell first. Their limits stop what hangs, on a busy machine too; they are no budgets. */
export const RINGS: readonly Ring[] = [
  {
    name: 'build',
    limit: 180 * SECOND,
    missing: async () => null,
    run: async () => {
      const failure = await build();
      return failure === null ? onePass : oneFailure(lastLines(failure));
    },
  },
  check('typecheck', 'typescript/bin/tsc', ['-b']),
  check('lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  vitest('pure', 600),
  vitest('conversations', 900, [OPENSSL]),
  vitest('properties', 600),
  vitest('interop', 1_800, [CURL, OPENSSL, PYTHON]),
  playwright('stand-in', 600, [BROWSER, PS, ...(process.platform === 'linux' ? [XVFB] : [])]),
  playwright('app', 2_400, [BROWSER, CJK_FONT, OPENSSL]),
  vitest('packaging', 300),
];
