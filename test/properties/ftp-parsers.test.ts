import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { CHECKSUM_ALGORITHMS, CHECKSUM_DIGITS } from '#shared/ftp/checksum.ts';
import { checksumOffers } from '../../src/main/ftp/protocol/checksum-offers.ts';
import { parseDigestReply, parseHashReply, parseMd5Reply } from '../../src/main/ftp/protocol/checksum-reply.ts';
import { command } from '../../src/main/ftp/protocol/command.ts';
import { parseFeatureList } from '../../src/main/ftp/protocol/feature-list.ts';
import { formatPort, parseExtendedPassiveReply, parsePassiveReply } from '../../src/main/ftp/protocol/host-port.ts';
import { utf8Codec } from '../../src/main/ftp/protocol/pathname-codec.ts';
import { parseQuotedPathname } from '../../src/main/ftp/protocol/quoted-pathname.ts';
import { createReplyReader } from '../../src/main/ftp/protocol/reply-reader.ts';
import { formatTimeValue, parseTimeValue } from '../../src/main/ftp/protocol/time-value.ts';

/** Text as a hostile server would write it: mostly the characters that parsers look for. */
const hostile = fc.string({
  unit: fc.oneof(fc.constantFrom(...'(|),"0123456789 -;*./=\0'), fc.string({ minLength: 1, maxLength: 1 })),
  maxLength: 60,
});

const onlyFaults = (act: () => unknown): void => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(FaultError);
  }
};

test('no parser throws anything but a fault', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      onlyFaults(() => parsePassiveReply(text));
      onlyFaults(() => parseExtendedPassiveReply(text));
      onlyFaults(() => parseQuotedPathname(text));
      onlyFaults(() => parseTimeValue(text));
      onlyFaults(() => parseFeatureList({ code: 211, lines: ['', text, ''] }));
      onlyFaults(() => parseHashReply({ code: 213, lines: [text] }, 'SHA-1'));
      onlyFaults(() => parseDigestReply({ code: 250, lines: [text, text] }, 'CRC32', 'XCRC'));
      onlyFaults(() => parseMd5Reply({ code: 251, lines: [text] }));
      onlyFaults(() => checksumOffers(new Map([['HASH', text]])));
      onlyFaults(() =>
        createReplyReader(
          (bytes) => Buffer.from(bytes).toString(),
          () => {},
        ).push(Buffer.from(text)),
      );
    }),
    { numRuns: 500 },
  );
});

test('an address that is read is one that can be connected to', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      onlyFaults(() => {
        const { host, port } = parsePassiveReply(text);
        expect(
          host
            .split('.')
            .map(Number)
            .every((number) => number <= 255),
        ).toBe(true);
        expect(port).toBeGreaterThan(0);
        expect(port).toBeLessThan(65_536);
      });
    }),
  );
});

test('PORT and 227 write an address alike', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
      expect(parsePassiveReply(`(${formatPort({ host, port })})`)).toEqual({ host, port });
    }),
  );
});

test('a quoted pathname is read back, whatever quotes it holds', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (path) => {
      expect(parseQuotedPathname(`"${path.replaceAll('"', '""')}" created`)).toBe(path);
    }),
  );
});

test('a time is read back to the second', () => {
  const noInvalidDate = true;
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate }), (date) => {
      expect(parseTimeValue(formatTimeValue(date.getTime()))).toBe(Math.floor(date.getTime() / 1000) * 1000);
    }),
  );
});

test('no argument puts a line end on the wire', () => {
  const codec = utf8Codec;
  const unit = fc.oneof(
    fc.constantFrom('\r', '\n', '\0', '\udc8d', '\udcff'),
    fc.string({ minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (argument) => {
      onlyFaults(() => {
        const { line } = command('RETR', argument, codec);
        expect(line.some((byte) => byte === 0x0d || byte === 0x0a || byte === 0)).toBe(false);
      });
    }),
  );
});

const algorithm = fc.constantFrom(...CHECKSUM_ALGORITHMS);

test('a checksum is read as it was written, whatever the name beside it', () => {
  const digits = algorithm.chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.string({
        unit: fc.constantFrom(...'0123456789abcdef'),
        minLength: CHECKSUM_DIGITS[name],
        maxLength: CHECKSUM_DIGITS[name],
      }),
    ),
  );
  fc.assert(
    fc.property(digits, hostile, fc.nat(), ([name, checksum], pathname, last) => {
      const hashed = { code: 213, lines: [`Computing ${name} digest`, `${name} 0-${last} ${checksum} ${pathname}`] };
      expect(parseHashReply(hashed, name)).toBe(checksum);
      const digested = { code: 250, lines: [`Computing ${name} digest`, checksum.toUpperCase()] };
      expect(parseDigestReply(digested, name, 'XSHA')).toBe(checksum);
    }),
  );
});

test('what is read as a checksum has the digits of one', () => {
  fc.assert(
    fc.property(
      algorithm,
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefxg -MD5'), maxLength: 140 }),
      (name, text) => {
        const read = [
          parseHashReply({ code: 213, lines: [text] }, name),
          parseDigestReply({ code: 250, lines: [text] }, name, 'XMD5'),
        ];
        for (const found of read)
          if (found !== null) expect(found).toMatch(new RegExp(`^[0-9a-f]{${CHECKSUM_DIGITS[name]}}$`));
      },
    ),
  );
});
