import { describe, expect, test } from 'vitest';
import { type FileEntry, formatFileTime, type ListingSummary } from '#shared/ftp/file-entry.ts';
import { createListingReader } from '../../../../src/main/ftp/listing/listing-reader.ts';
import { utf8Codec } from '../../../../src/main/ftp/protocol/pathname-codec.ts';
import { ALL_SAMPLES } from '../../../corpus/listings/all-samples.ts';
import type { ExpectedEntry, ListingSamples } from '../../../corpus/listings/sample.ts';

const codec = utf8Codec;

const read = (samples: ListingSamples, lines: readonly string[]): { entries: FileEntry[]; summary: ListingSummary } => {
  const entries: FileEntry[] = [];
  const reader = createListingReader({
    format: 'auto',
    directory: samples.directory ?? '/',
    codec,
    kind: samples.kind,
    nowMs: Date.parse(samples.now),
    onEntries: (some) => entries.push(...some),
  });
  reader.push(codec.encode(lines.map((line) => `${line}\r\n`).join('')));
  return { entries, summary: reader.end() };
};

const plain = (entry: FileEntry): unknown => ({
  ...entry,
  modified: entry.modified && formatFileTime(entry.modified),
});

const whole = (expected: ExpectedEntry): unknown => ({
  size: null,
  modified: null,
  permissions: null,
  owner: null,
  group: null,
  target: null,
  ...expected,
});

describe.each(Object.entries(ALL_SAMPLES))('%s', (_, samples) => {
  test.each(samples.good.map(([line, expected, headings = []]) => ({ line, expected, headings })))(
    'reads $line',
    ({ line, expected, headings }) => {
      const { entries, summary } = read(samples, [...headings, line]);
      expect(entries.map(plain)).toEqual([whole(expected)]);
      expect(summary).toEqual({ entries: 1, notUnderstood: [], notUnderstoodCount: 0 });
    },
  );

  test.each(samples.noEntry)('finds no entry in %s', (line) => {
    const { entries, summary } = read(samples, [line]);
    expect(entries).toEqual([]);
    expect(summary).toEqual({ entries: 0, notUnderstood: [], notUnderstoodCount: 0 });
  });

  test.each(samples.bad)('refuses %s', (line) => {
    const { entries, summary } = read(samples, [line]);
    expect(entries).toEqual([]);
    expect(summary).toEqual({ entries: 0, notUnderstood: [line], notUnderstoodCount: 1 });
  });

  test('reads all of them in one listing, in order, and keeps what it does not understand', () => {
    const good = samples.good.flatMap(([line, , headings = []]) => [...headings, line]);
    const { entries, summary } = read(samples, [...good, ...samples.noEntry, ...samples.bad, ...good]);
    const expected = samples.good.map(([, entry]) => whole(entry));
    expect(entries.map(plain)).toEqual([...expected, ...expected]);
    expect(summary).toEqual({
      entries: samples.good.length * 2,
      notUnderstood: samples.bad,
      notUnderstoodCount: samples.bad.length,
    });
  });
});
