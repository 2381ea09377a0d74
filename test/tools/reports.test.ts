import { describe, expect, test } from 'vitest';
import { readPlaywrightReport } from '../../tools/test/playwright-ring.ts';
import { readVitestReport } from '../../tools/test/vitest-ring.ts';

describe('a Vitest report', () => {
  const counts = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

  test('counts what was left out as skipped', () => {
    expect(readVitestReport(counts)).toEqual({ passed: 3, failed: 0, skipped: 2, details: [] });
  });

  test('names the test that failed and why', () => {
    const failure = { fullName: 'adds', status: 'failed', failureMessages: ['expected 5 to be 4'] };
    const file = { name: 'sum.test.ts', status: 'failed', message: '', assertionResults: [failure] };
    const result = readVitestReport({ ...counts, numFailedTests: 1, testResults: [file] });
    expect(result).toMatchObject({ failed: 1, details: ['sum.test.ts: adds\nexpected 5 to be 4'] });
  });

  test('counts a file that cannot be loaded as a failure', () => {
    const file = { name: 'sum.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    const result = readVitestReport({ ...counts, testResults: [file] });
    expect(result).toMatchObject({ failed: 1, details: ['sum.test.ts\nno such module'] });
  });
});

describe('a Playwright report', () => {
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };

  test('counts a test that passed only in the second go as failed', () => {
    expect(readPlaywrightReport({ stats: { ...stats, flaky: 1 }, errors: [], suites: [] })).toMatchObject({
      failed: 1,
    });
  });

  test('names failures of inner suites, and errors outside of tests', () => {
    const failing = {
      title: 'opens',
      file: 'a.spec.ts',
      line: 7,
      ok: false,
      tests: [{ results: [{ error: { message: 'no window', snippet: '> 7 |' } }] }],
    };
    const suites = [{ title: 'a', specs: [], suites: [{ title: 'inner', specs: [failing] }] }];
    const report = { stats: { ...stats, unexpected: 1 }, errors: [{ message: 'bad configuration' }], suites };
    expect(readPlaywrightReport(report)).toEqual({
      passed: 2,
      failed: 2,
      skipped: 0,
      details: ['bad configuration', 'a.spec.ts:7 opens\nno window\n> 7 |'],
    });
  });
});
