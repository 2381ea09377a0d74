import { expect, test } from 'vitest';
import { formatRepresentationType } from '../../../../src/main/ftp/protocol/representation.ts';

test('the arguments of TYPE', () => {
  expect(formatRepresentationType({ type: 'I' })).toBe('I');
  expect(formatRepresentationType({ type: 'A', format: 'N' })).toBe('A');
  expect(formatRepresentationType({ type: 'A', format: 'T' })).toBe('A T');
  expect(formatRepresentationType({ type: 'L', byteSize: 8 })).toBe('L 8');
});
