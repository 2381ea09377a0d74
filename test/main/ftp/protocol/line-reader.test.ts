import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { createLineReader, MAX_LINE_BYTES } from '../../../../src/main/ftp/protocol/line-reader.ts';

const read = (chunks: string[], maxBytes?: number) => {
  const lines: string[] = [];
  const reader = createLineReader((line) => lines.push(Buffer.from(line).toString('latin1')), maxBytes);
  for (const chunk of chunks) reader.push(Buffer.from(chunk, 'latin1'));
  return { lines, pending: reader.pending };
};

describe('line reader', () => {
  test('lines end in CRLF, and a bare LF is taken as well', () => {
    expect(read(['220 a\r\n221 b\n222 c'])).toEqual({ lines: ['220 a', '221 b'], pending: 5 });
  });

  test('CR and LF may come apart', () => {
    expect(read(['220 a\r', '\n'])).toEqual({ lines: ['220 a'], pending: 0 });
  });

  test('a CR in the middle belongs to the line', () => {
    expect(read(['a\rb\r\n']).lines).toEqual(['a\rb']);
  });

  test('the buffer may be used again after push', () => {
    const lines: string[] = [];
    const reader = createLineReader((line) => lines.push(Buffer.from(line).toString()));
    const buffer = Buffer.from('abc');
    reader.push(buffer);
    buffer.fill('x');
    reader.push(Buffer.from('\n'));
    expect(lines).toEqual(['abc']);
  });

  test('a line of the greatest length is taken', () => {
    expect(read([`${'x'.repeat(MAX_LINE_BYTES)}\r\n`]).lines[0]).toHaveLength(MAX_LINE_BYTES);
  });

  test.each([
    ['in one piece', [`${'x'.repeat(20)}\n`]],
    ['in many', Array.from({ length: 20 }, () => 'x')],
  ])('a longer one is a fault, %s', (_, chunks) => {
    expect(() => read(chunks, 10)).toThrow(FaultError);
    expect(() => read(chunks, 10)).toThrow('line-too-long');
  });
});
