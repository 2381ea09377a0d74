import { describe, expect, test } from 'vitest';
import { columnTemplate, fittingColumns } from '../../../src/renderer/browse/grid/columns.ts';

const WIDTHS = { size: 80, modified: 140, permissions: 90 };

describe('fittingColumns', () => {
  test('shows all where there is room', () => {
    expect(fittingColumns(438, WIDTHS)).toEqual(['size', 'modified', 'permissions']);
  });

  test('gives up the least needed first so that names stay readable', () => {
    expect(fittingColumns(437, WIDTHS)).toEqual(['size', 'modified']);
    expect(fittingColumns(340, WIDTHS)).toEqual(['size']);
    expect(fittingColumns(200, WIDTHS)).toEqual([]);
    expect(fittingColumns(0, WIDTHS)).toEqual([]);
  });
});

test('the name takes what is left', () => {
  expect(columnTemplate(['size'], WIDTHS)).toBe('minmax(0, 1fr) 80px');
});
