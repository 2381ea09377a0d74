import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '#shared/ftp/reply.ts';
import { createLineReader } from '../../src/main/ftp/protocol/line-reader.ts';
import { createReplyReader } from '../../src/main/ftp/protocol/reply-reader.ts';
import { createTelnetReceiver, escapeTelnet } from '../../src/main/ftp/protocol/telnet.ts';

/** Bytes with many of those that mean something, and a way to cut them. */
const bytesOf = (...special: number[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...special), fc.integer({ min: 0, max: 255 })), { maxLength: 60 })
    .map((list) => Uint8Array.from(list));
const cuts = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 60 });

const split = (bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(bytes.slice(at, at + size));
    at += size;
  }
  return [...parts, bytes.slice(at)];
};

const telnet = (parts: readonly Uint8Array[]) => {
  const data: number[] = [];
  const answers: number[][] = [];
  const receiver = createTelnetReceiver(
    (bytes) => data.push(...bytes),
    (bytes) => answers.push([...bytes]),
  );
  for (const part of parts) receiver.push(part);
  return { data, answers };
};

test('Telnet: however the bytes are split, data and refusals are the same', () => {
  fc.assert(
    fc.property(bytesOf(0xff, 0xfb, 0xfd, 0xfa, 0xf0), cuts, (bytes, sizes) => {
      expect(telnet(split(bytes, sizes))).toEqual(telnet([bytes]));
    }),
  );
});

test('Telnet: what is escaped arrives as it was', () => {
  fc.assert(
    fc.property(bytesOf(0xff), cuts, (bytes, sizes) => {
      expect(telnet(split(escapeTelnet(bytes), sizes))).toEqual({ data: [...bytes], answers: [] });
    }),
  );
});

const lines = (parts: readonly Uint8Array[]): number[][] => {
  const found: number[][] = [];
  const reader = createLineReader((line) => found.push([...line]));
  for (const part of parts) reader.push(part);
  return found;
};

test('lines: however the bytes are split, the lines are the same', () => {
  fc.assert(
    fc.property(bytesOf(0x0d, 0x0a), cuts, (bytes, sizes) => {
      expect(lines(split(bytes, sizes))).toEqual(lines([bytes]));
    }),
  );
});

const lineText = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ''));
const replyValue = fc.record({
  code: fc.integer({ min: 100, max: 659 }),
  lines: fc.array(lineText, { minLength: 1, maxLength: 5 }),
});

const written = ({ code, lines: [first = '', ...others] }: Reply): string => {
  if (others.length === 0) return `${code} ${first}\r\n`;
  const middle = others.slice(0, -1).map((line) => `${code}-${line}\r\n`);
  return `${code}-${first}\r\n${middle.join('')}${code} ${others.at(-1)}\r\n`;
};

test('replies: what a server writes is read back, one byte at a time or in any other split', () => {
  fc.assert(
    fc.property(fc.array(replyValue, { maxLength: 4 }), cuts, (replies, sizes) => {
      const read: Reply[] = [];
      const reader = createReplyReader(
        (bytes) => Buffer.from(bytes).toString(),
        (reply) => read.push(reply),
      );
      const lineReader = createLineReader((line) => reader.push(line));
      for (const part of split(Buffer.from(replies.map(written).join('')), sizes)) lineReader.push(part);
      expect(read).toEqual(replies);
    }),
  );
});
