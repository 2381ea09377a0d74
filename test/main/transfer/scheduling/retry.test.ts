import { describe, expect, test } from 'vitest';
import { fixedPauses, growingPauses } from '../../../../src/main/transfer/scheduling/retry.ts';

describe('pauses that grow', () => {
  test('double up to five minutes, a fifth longer or shorter by chance', () => {
    for (const random of [0, 0.25, 0.5, 0.75, 1]) {
      const { ofSite } = growingPauses(() => random);
      for (let failures = 0; failures < 2_000; failures++) {
        const plain = Math.min(300_000, 1_000 * 2 ** Math.min(failures, 40));
        const pause = ofSite(failures) ?? 0;
        expect(pause).toBeGreaterThanOrEqual(plain * 0.8);
        expect(pause).toBeLessThanOrEqual(Math.min(300_000, plain * 1.2));
      }
    }
  });

  test('end for a transfer after ten tries, and never for a site', () => {
    const { ofRow, ofSite } = growingPauses();
    expect(ofRow(9)).not.toBeNull();
    expect(ofRow(10)).toBeNull();
    expect(ofSite(100_000)).not.toBeNull();
  });
});

test('pauses that are given end for both', () => {
  const { ofRow, ofSite } = fixedPauses([1_000, 5_000]);
  expect([ofRow(0), ofRow(1), ofRow(2)]).toEqual([1_000, 5_000, null]);
  expect([ofSite(0), ofSite(1), ofSite(2)]).toEqual([1_000, 5_000, null]);
});
