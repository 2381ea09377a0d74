import { at } from '../lib/paths.mjs';
import { run } from '../lib/processes.ts';
import { runWithReport } from './report-file.ts';
import type { RingResult } from './ring.ts';

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly error?: { readonly message?: string; readonly snippet?: string } }[];
    }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
  readonly suites: readonly Suite[];
}

const failuresOf = (suite: Suite): string[] => [
  ...suite.specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) => {
      const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
      return `${file}:${line} ${title}\n${error?.message ?? ''}\n${error?.snippet ?? ''}`.trimEnd();
    }),
  ...(suite.suites ?? []).flatMap(failuresOf),
];

/** Counts of a report; a test that passed only in the second go has failed. */
export const readPlaywrightReport = ({ stats, errors, suites }: PlaywrightReport): RingResult => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
  details: [...errors.map(({ message }) => message ?? 'an error without words'), ...suites.flatMap(failuresOf)],
});

/** Runs one project of playwright.config.ts. */
export const runPlaywrightProject = (project: string, limit: number): Promise<RingResult> =>
  runWithReport(
    (file) =>
      run(
        process.execPath,
        [at('node_modules/@playwright/test/cli.js'), 'test', '--project', project, '--reporter=json'],
        {
          limit,
          environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: '0' },
        },
      ),
    readPlaywrightReport,
  );
