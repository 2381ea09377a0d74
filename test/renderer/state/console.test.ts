import { beforeEach, describe, expect, test } from 'vitest';
import {
  commandConsole,
  type LookingBack,
  lookBack,
  rememberLine,
  SENT_LINES,
} from '../../../src/renderer/state/console.ts';

const sent = (): readonly string[] => commandConsole.getState().sent;

beforeEach(() => commandConsole.setState({ sent: [] }));

describe('lines that were sent', () => {
  test('are kept once where they repeat', () => {
    for (const line of ['PWD', 'PWD', 'NOOP', 'PWD']) rememberLine(line);
    expect(sent()).toEqual(['PWD', 'NOOP', 'PWD']);
  });

  test('are not kept for ever', () => {
    for (let number = 0; number < SENT_LINES + 3; number += 1) rememberLine(`SIZE ${number}`);
    expect(sent()).toHaveLength(SENT_LINES);
    expect(sent()[0]).toBe('SIZE 3');
  });
});

describe('looking back', () => {
  const LINES = ['PWD', 'SYST'];

  /** What stands in the field after these steps, which began while `MK` was being typed. */
  const after = (...steps: readonly (1 | -1)[]): string => {
    let line = 'MK';
    let looking: LookingBack | null = null;
    for (const step of steps) {
      const next = lookBack(LINES, looking, line, step);
      if (next) ({ line, looking } = next);
    }
    return line;
  };

  test.each([
    [[1], 'SYST'],
    [[1, 1], 'PWD'],
    [[1, 1, 1], 'PWD'],
    [[1, 1, -1], 'SYST'],
    [[1, -1], 'MK'],
    [[1, -1, -1], 'MK'],
    [[-1], 'MK'],
  ] as const)('by %j shows %j', (steps, line) => expect(after(...steps)).toBe(line));

  test('finds nothing where nothing was sent', () => expect(lookBack([], null, 'MK', 1)).toBeNull());
});
