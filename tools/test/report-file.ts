import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Finished } from '../lib/processes.ts';
import { lastLines, oneFailure, type RingResult } from './ring.ts';

/**
 * Runs a test runner that writes its report as JSON into a file, and reads it.
 *
 * @param runner told the file; answers when it has ended.
 * @param read the counts of a report.
 * @returns a failure where there is no whole report, where no test ran at all, or where the runner failed over
 * something that no test shows.
 */
export const runWithReport = async <Report>(
  runner: (file: string) => Promise<Finished>,
  read: (report: Report) => RingResult,
): Promise<RingResult> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'longshore-report-'));
  try {
    const file = path.join(folder, 'report.json');
    const finished = await runner(file);
    if (finished.timedOut) return oneFailure('took longer than its limit and was ended', lastLines(finished.output));
    if (!fs.existsSync(file)) return oneFailure(lastLines(finished.output));
    const result = read(JSON.parse(fs.readFileSync(file, 'utf8')));
    if (result.passed + result.failed + result.skipped === 0) return oneFailure('no tests were found');
    if (finished.status !== 0 && result.failed === 0) {
      return { ...result, failed: 1, details: [lastLines(finished.output)] };
    }
    return result;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};
