import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_LAYOUT,
  isActivityVisible,
  LAYOUT_BOUNDS,
  parseLayout,
  toggledActivity,
} from '../../../src/renderer/state/layout.ts';

describe('parseLayout', () => {
  test('takes up what was kept', () => {
    const kept = {
      ...DEFAULT_LAYOUT,
      sitesShown: false,
      sitesWidth: 200,
      leftShare: 0.4,
      activities: { transfers: false, transcript: true },
      chosenActivity: 'transcript' as const,
      columns: { left: { size: 90, modified: 120, permissions: 100 }, right: DEFAULT_LAYOUT.columns.right },
    };
    expect(parseLayout(JSON.stringify(kept))).toEqual(kept);
  });

  test('is as by default where nothing, nonsense or something of another kind was kept', () => {
    for (const text of [null, '', '{', '[]', '3', 'null', '{"sitesWidth":"wide","columns":4}']) {
      expect(parseLayout(text)).toEqual(DEFAULT_LAYOUT);
    }
  });

  test('never leaves its bounds', () => {
    fc.assert(
      fc.property(fc.json(), fc.double(), (json, width) => {
        for (const text of [json, JSON.stringify({ sitesWidth: width, leftShare: width })]) {
          const { sitesWidth, leftShare } = parseLayout(text);
          expect(sitesWidth).toBeGreaterThanOrEqual(LAYOUT_BOUNDS.sitesWidth.min);
          expect(sitesWidth).toBeLessThanOrEqual(LAYOUT_BOUNDS.sitesWidth.max);
          expect(leftShare).toBeGreaterThanOrEqual(LAYOUT_BOUNDS.leftShare.min);
          expect(leftShare).toBeLessThanOrEqual(LAYOUT_BOUNDS.leftShare.max);
        }
      }),
    );
  });
});

describe('the activities', () => {
  const visible = (now: typeof DEFAULT_LAYOUT, narrow: boolean) =>
    (['transfers', 'transcript'] as const).filter((name) => isActivityVisible(now, name, narrow));

  test('stand beside each other where there is room, and give way to the one chosen last where there is not', () => {
    expect(visible(DEFAULT_LAYOUT, false)).toEqual(['transfers', 'transcript']);
    expect(visible(DEFAULT_LAYOUT, true)).toEqual(['transfers']);
  });

  test('are hidden and shown one by one', () => {
    const without = { ...DEFAULT_LAYOUT, ...toggledActivity(DEFAULT_LAYOUT, 'transfers', false) };
    expect(visible(without, false)).toEqual(['transcript']);
    expect(visible(without, true)).toEqual(['transcript']);
  });

  test('change places in a narrow window', () => {
    const other = { ...DEFAULT_LAYOUT, ...toggledActivity(DEFAULT_LAYOUT, 'transcript', true) };
    expect(visible(other, true)).toEqual(['transcript']);
    expect(visible(other, false)).toEqual(['transfers', 'transcript']);
  });
});
