import { describe, expect, test } from 'vitest';
import type { Reply } from '#shared/ftp/reply.ts';
import { createReplyReader } from '../../../../src/main/ftp/protocol/reply-reader.ts';

const read = (lines: string[], maxBytes?: number): Reply[] => {
  const replies: Reply[] = [];
  const reader = createReplyReader(
    (bytes) => Buffer.from(bytes).toString(),
    (reply) => replies.push(reply),
    maxBytes,
  );
  for (const line of lines) reader.push(Buffer.from(line));
  return replies;
};

describe('replies of one line', () => {
  test.each([
    ['220 Ready', { code: 220, lines: ['Ready'] }],
    ['200', { code: 200, lines: [''] }],
    ['200 ', { code: 200, lines: [''] }],
    ['200  two spaces', { code: 200, lines: [' two spaces'] }],
    ['631 protected', { code: 631, lines: ['protected'] }],
  ])('%j', (line, reply) => {
    expect(read([line])).toEqual([reply]);
  });

  test.each(['hello', '99 x', '2200 x', '20 x', '700 x', 'HTTP/1.1 400 Bad Request', '220x'])('%j is none', (line) => {
    expect(() => read([line])).toThrow('malformed-reply');
  });

  test('empty lines between replies carry nothing', () => {
    expect(read(['220 a', '', ' ', '200 b'])).toHaveLength(2);
  });
});

describe('replies of several lines (RFC 959 4.2)', () => {
  test('the example of the RFC', () => {
    expect(read(['123-First line', 'Second line', '  234 A line beginning with numbers', '123 The last line'])).toEqual(
      [{ code: 123, lines: ['First line', 'Second line', '  234 A line beginning with numbers', 'The last line'] }],
    );
  });

  test('a line that begins with another code does not end it', () => {
    expect(read(['230-a', '220 not the end', '226 nor this', '230 b'])).toEqual([
      { code: 230, lines: ['a', '220 not the end', '226 nor this', 'b'] },
    ]);
  });

  test('a code repeated on each line is taken off', () => {
    expect(read(['220-a', '220-b', '220-', '220 c'])).toEqual([{ code: 220, lines: ['a', 'b', '', 'c'] }]);
  });

  test('the code alone ends it too', () => {
    expect(read(['226-a', '226', '200 next'])).toHaveLength(2);
  });

  test('a reply that grows without end is a fault', () => {
    expect(() => read(['220-a', ...Array.from({ length: 100 }, () => 'x'.repeat(10))], 500)).toThrow('reply-too-long');
  });

  test('empty lines without end are a fault', () => {
    expect(() => read(['220-a', ...Array.from({ length: 100 }, () => '')], 500)).toThrow('reply-too-long');
  });
});
