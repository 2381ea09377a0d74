import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import { LIST_FORMATS } from '../../src/main/ftp/listing/formats/list-formats.ts';
import { mlsx } from '../../src/main/ftp/listing/formats/mlsx.ts';
import { createListingReader } from '../../src/main/ftp/listing/listing-reader.ts';
import { createWrappedLines } from '../../src/main/ftp/listing/wrapped-lines.ts';
import { utf8Codec } from '../../src/main/ftp/protocol/pathname-codec.ts';
import { ALL_SAMPLES } from '../corpus/listings/all-samples.ts';

const codec = utf8Codec;
const ALL = Object.values(ALL_SAMPLES);
const linesOf = ALL.flatMap(({ good, noEntry, bad }) => [...good.map(([line]) => line), ...noEntry, ...bad]);

const read = (chunks: readonly Uint8Array[], kind: 'mlsd' | 'list') => {
  const entries: FileEntry[] = [];
  const reader = createListingReader({
    format: 'auto',
    directory: '/',
    codec,
    kind,
    nowMs: Date.parse('2026-11-21T12:00:00Z'),
    onEntries: (some) => entries.push(...some),
  });
  for (const chunk of chunks) reader.push(chunk);
  const summary: ListingSummary = reader.end();
  return { entries, summary };
};

const kinds = fc.constantFrom('mlsd' as const, 'list' as const);

/** Lines as servers send them, some of them damaged, and some that are nothing at all. */
const listing = fc
  .array(
    fc.oneof(
      fc.constantFrom(...linesOf).map((line) => Buffer.from(codec.encode(line))),
      fc.tuple(fc.constantFrom(...linesOf), fc.nat(200), fc.nat(255)).map(([line, at, byte]) => {
        const bytes = Buffer.from(codec.encode(line));
        bytes[at % bytes.length] = byte;
        return bytes;
      }),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
    ),
    { maxLength: 30 },
  )
  .chain((lines) => fc.tuple(fc.constant(lines), fc.constantFrom('\r\n', '\n')))
  .map(([lines, lineEnd]) => Buffer.concat(lines.flatMap((line) => [line, Buffer.from(lineEnd)])));

test('splitting a listing anywhere changes nothing', () => {
  fc.assert(
    fc.property(listing, kinds, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (bytes, kind, sizes) => {
      const chunks: Buffer[] = [];
      for (let at = 0, index = 0; at < bytes.length; index++) {
        const size = sizes[index % sizes.length] ?? 1;
        chunks.push(bytes.subarray(at, at + size));
        at += size;
      }
      expect(read(chunks, kind)).toEqual(read([bytes], kind));
    }),
    { numRuns: 500 },
  );
});

test('every line is an entry, or known to be none, or kept as not understood', () => {
  fc.assert(
    fc.property(listing, kinds, (bytes, kind) => {
      const { entries, summary } = read([bytes], kind);
      expect(summary.entries).toBe(entries.length);
      expect(summary.notUnderstood).toHaveLength(summary.notUnderstoodCount);
      const nonEmpty: string[] = [];
      const whole = createWrappedLines((line) => nonEmpty.push(line));
      for (const line of bytes.toString('latin1').split('\n'))
        if (line !== '' && line !== '\r') whole.push(line.replace(/\r$/, ''));
      whole.end();
      expect(summary.entries + summary.notUnderstoodCount).toBeLessThanOrEqual(nonEmpty.length);
      const context = { directory: '/', nowMs: 0, name: (text: string) => text, word: (text: string) => text };
      const formats = kind === 'mlsd' ? [mlsx] : LIST_FORMATS;
      const without = nonEmpty.filter((line) => formats.some((format) => format.begin(context)(line) === 'no-entry'));
      expect(summary.entries + summary.notUnderstoodCount + without.length).toBe(nonEmpty.length);
    }),
    { numRuns: 500 },
  );
});

test('no bytes make a format throw, or give an entry without a name', () => {
  const context = { directory: '/', nowMs: 0, name: (text: string) => text, word: (text: string) => text };
  const line = fc.oneof(
    fc.constantFrom(...linesOf),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc
      .array(
        fc.constantFrom(
          ...[
            'drwxr-xr-x ',
            '1 ',
            'Nov ',
            '20 ',
            '10:00 ',
            '2026-11-20 ',
            '11-20-26  ',
            'type=',
            ';',
            ' ',
            '<DIR>',
            'a',
            ':',
          ],
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(line, fc.constantFrom(mlsx, ...LIST_FORMATS), (text, format) => {
      const parsed = format.begin(context)(text);
      if (parsed === null || parsed === 'no-entry') return;
      expect(parsed.name).not.toBe('');
      expect(parsed.size === null || Number.isSafeInteger(parsed.size)).toBe(true);
      expect(parsed.modified === null || Number.isFinite(parsed.modified.epochMs)).toBe(true);
      expect(parsed.permissions === null || parsed.permissions.length === 9).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
