import { expect, test } from 'vitest';
import { portRangeText, readPortRange } from '../../../../../src/renderer/sites/editor/connection/port-range.ts';

test.each([
  ['50000-50100', [50_000, 50_100]],
  [' 1 – 65535 ', [1, 65_535]],
  ['2121', [2121, 2121]],
  ['2121-2121', [2121, 2121]],
] as const)('%j is a range of ports', (text, range) => expect(readPortRange(text)).toEqual(range));

test.each(['', 'any', '0-10', '10-65536', '20-10', '10-', '-10', '1-2-3', '1,2', '1.5-2'])('%j is none', (text) =>
  expect(readPortRange(text)).toBeNull(),
);

test.each([
  [[50_000, 50_100], '50000-50100'],
  [[2121, 2121], '2121'],
] as const)('%j is entered as %j', (range, text) => expect(portRangeText(range)).toBe(text));
