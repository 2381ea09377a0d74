import { at } from '../lib/paths.mjs';
import { run } from '../lib/processes.ts';
import { runWithReport } from './report-file.ts';
import type { RingResult } from './ring.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

const MESSAGE_LINES = 12;

/** Counts of a report; a file that could not even be loaded is one failure. */
export const readVitestReport = (report: VitestReport): RingResult => {
  const details: string[] = [];
  let broken = 0;
  for (const file of report.testResults) {
    const failures = file.assertionResults.filter(({ status }) => status === 'failed');
    if (file.status === 'failed' && failures.length === 0) {
      broken += 1;
      details.push(`${file.name}\n${file.message}`);
    }
    for (const { fullName, failureMessages } of failures) {
      const message = (failureMessages ?? []).join('\n').split('\n').slice(0, MESSAGE_LINES).join('\n');
      details.push(`${file.name}: ${fullName}\n${message}`);
    }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
    details,
  };
};

/** Runs one project of vitest.config.ts. */
export const runVitestProject = (project: string, limit: number): Promise<RingResult> =>
  runWithReport(
    (file) =>
      run(
        process.execPath,
        [at('node_modules/vitest/vitest.mjs'), 'run', '--project', project, '--reporter=json', `--outputFile=${file}`],
        { limit },
      ),
    readVitestReport,
  );
