import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpeed, speedText } from '../../../src/shared/model/speed-text.ts';
import { FASTEST, SLOWEST } from '../../../src/shared/model/transfer-policy.ts';

describe('a speed as people write it', () => {
  test.each([
    ['500', 500_000],
    ['500k', 500_000],
    ['500 kB', 500_000],
    ['500 KB/s', 500_000],
    ['2M', 2_000_000],
    ['1.5 MB/s', 1_500_000],
    ['1,5 MB/s', 1_500_000],
    ['1 GB', 1_000_000_000],
    ['4096 B/s', 4_096],
    ['1KiB', 1_024],
    ['2 MiB/s', 2_097_152],
    ['3Mi', 3_145_728],
    ['  64 k ', 64_000],
  ])('%s', (text, bytes) => {
    expect(readSpeed(text, 1_000)).toBe(bytes);
  });

  test('without a unit counts in what the caller says', () => {
    expect(readSpeed('200000', 1)).toBe(200_000);
    expect(readSpeed('200000 B', 1_000)).toBe(200_000);
  });

  test.each(['', 'fast', '-5 k', '1.000.000', '5 kk', '5 i', '1e6', '100 B', '0', '0 MB', '9999999 GB', '5 k/m'])(
    '"%s" is none',
    (text) => {
      expect(readSpeed(text, 1_000)).toBeNull();
    },
  );
});

describe('a speed in a field', () => {
  test.each([
    [500_000, '500 kB/s'],
    [1_500_000, '1.5 MB/s'],
    [2_500, '2.5 kB/s'],
    [1_048_576, '1 MiB/s'],
    [1_024, '1 KiB/s'],
    [1_025, '1025 B/s'],
    [1_234_567, '1234567 B/s'],
  ])('%i is %s', (bytes, text) => {
    expect(speedText(bytes, 'en')).toBe(text);
  });

  test('has the mark before decimals that the language has', () => {
    expect(speedText(1_500_000, 'de')).toBe('1,5 MB/s');
  });

  test('is read as what it was, in every language', () => {
    const anySpeed = fc.integer({ min: SLOWEST, max: FASTEST });
    const anyLanguage = fc.constantFrom('en', 'de', 'ja', 'zh-CN');
    fc.assert(
      fc.property(anySpeed, anyLanguage, (bytes, locale) => {
        expect(readSpeed(speedText(bytes, locale), 7)).toBe(bytes);
      }),
    );
  });
});
