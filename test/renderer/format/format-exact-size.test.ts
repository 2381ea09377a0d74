import { expect, test } from 'vitest';
import { formatExactSize } from '../../../src/renderer/format/format-exact-size.ts';

test.each([
  [1, 'en', '1 byte'],
  [268_435_456, 'en', '268,435,456 bytes'],
  [268_435_456, 'de', '268.435.456 Byte'],
])('%i bytes in %s are %s', (bytes, locale, expected) => expect(formatExactSize(bytes, locale)).toBe(expected));
