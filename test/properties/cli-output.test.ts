import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FileEntry, formatFileTime } from '#shared/ftp/file-entry.ts';
import { entryJson } from '../../src/main/cli/entry-json.ts';
import { findNetrcEntry } from '../../src/main/cli/netrc.ts';

const text = fc.string({ unit: 'binary' });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

const entry: fc.Arbitrary<FileEntry> = fc.record({
  name: fc.oneof(text, fc.constantFrom('m\uDCFCll', 'a"b\\c', '\u2028', '\u0000')),
  type: fc.constantFrom('file', 'directory', 'link', 'other'),
  size: maybe(fc.nat()),
  modified: maybe(
    fc.record({
      epochMs: fc.integer({ min: 0, max: 4_102_444_800_000 }),
      precision: fc.constantFrom('day', 'minute', 'second', 'millisecond'),
      zone: fc.constantFrom('utc', 'unknown'),
    }),
  ),
  permissions: maybe(text),
  owner: maybe(text),
  group: maybe(text),
  target: maybe(text),
});

test('every entry is one line of JSON that says what the entry says', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      for (const one of entries) {
        const line = entryJson(one, one.name);
        expect(line).not.toContain('\n');
        expect(JSON.parse(line)).toEqual({ ...one, modified: one.modified && formatFileTime(one.modified) });
      }
    }),
    { numRuns: 500 },
  );
});

test('a .netrc of any words is read, and what is quoted comes out as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('machine', 'login', 'password', 'macdef', 'default', '"', '\\', 'h', '\n', '#', ' '), {
        maxLength: 40,
      }),
      (words) => {
        const found = findNetrcEntry(words.join(' '), 'h', null);
        expect(found === null || typeof found === 'object').toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (password) => {
      const quoted = password.replace(/["\\]/g, '\\$&');
      expect(findNetrcEntry(`machine h login u password "${quoted}"`, 'h', null)).toMatchObject({
        user: 'u',
        password,
      });
    }),
    { numRuns: 500 },
  );
});
