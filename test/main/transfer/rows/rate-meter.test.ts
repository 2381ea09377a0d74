import { describe, expect, test } from 'vitest';
import { RateMeter } from '../../../../src/main/transfer/rows/rate-meter.ts';

describe('the rate', () => {
  test('follows the last seconds and knows the time left', () => {
    const meter = new RateMeter();
    for (let look = 0; look <= 40; look++) meter.sample(look * 250, look * 250_000);
    expect(meter.rate).toBe(1_000_000);
    expect(meter.remainingMs(5_000_000)).toBe(5_000);
  });

  test('is nothing while nothing moves', () => {
    const meter = new RateMeter();
    for (let look = 0; look <= 40; look++) meter.sample(look * 250, 1_000);
    expect(meter.rate).toBe(0);
    expect(meter.remainingMs(5_000)).toBeNull();
  });

  test('a short stall does not make the time left jump', () => {
    const meter = new RateMeter();
    for (let look = 0; look <= 80; look++) meter.sample(look * 250, look * 250_000);
    const before = meter.remainingMs(60_000_000) ?? 0;
    meter.sample(81 * 250, 80 * 250_000);
    meter.sample(82 * 250, 80 * 250_000);
    const after = meter.remainingMs(60_000_000) ?? 0;
    expect(Math.abs(after - before) / before).toBeLessThan(0.05);
  });
});
