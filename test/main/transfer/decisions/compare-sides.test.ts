import { describe, expect, test } from 'vitest';
import type { FileTime } from '#shared/ftp/file-entry.ts';
import { compareSizes, compareTimes } from '../../../../src/main/transfer/decisions/compare-sides.ts';

const time =
  (precision: FileTime['precision'], zone: FileTime['zone'] = 'utc') =>
  (iso: string): FileTime => ({ epochMs: Date.parse(`${iso}Z`), precision, zone });

const exact = time('millisecond');
const second = time('second');
const minute = time('minute');
const day = time('day');
const minuteSomewhere = time('minute', 'unknown');
const daySomewhere = time('day', 'unknown');

const order = (source: FileTime | null, target: FileTime | null) =>
  compareTimes({ size: 1, modified: source }, { type: 'file', size: 1, modified: target });

describe('which of two files is newer', () => {
  test.each([
    ['exact times', second('2026-01-02T12:00:10'), second('2026-01-02T12:00:00'), 'newer'],
    ['exact times the other way round', second('2026-01-02T12:00:00'), second('2026-01-02T12:00:10'), 'older'],
    ['the milliseconds that MDTM leaves out', exact('2026-01-02T12:00:00.700'), second('2026-01-02T12:00:00'), 'same'],
    ['the two seconds of FAT, rounded up', second('2026-01-02T12:00:01'), exact('2026-01-02T12:00:02'), 'same'],
    ['the two seconds of FAT, cut off', exact('2026-01-02T12:00:01.990'), second('2026-01-02T12:00:00'), 'same'],
    ['three seconds', second('2026-01-02T12:00:04'), second('2026-01-02T12:00:01'), 'newer'],

    [
      'seconds that a listing to the minute leaves out',
      exact('2026-01-02T12:00:50'),
      minute('2026-01-02T12:00:00'),
      null,
    ],
    ['the minute before', exact('2026-01-02T11:59:50'), minute('2026-01-02T12:00:00'), 'older'],
    ['the minute after', exact('2026-01-02T12:01:10'), minute('2026-01-02T12:00:00'), 'newer'],
    ['the hours that a listing to the day leaves out', exact('2026-01-02T23:00:00'), day('2026-01-02T00:00:00'), null],
    ['the day after', exact('2026-01-03T00:01:00'), day('2026-01-02T00:00:00'), 'newer'],
    ['the day before', exact('2026-01-01T23:59:00'), day('2026-01-02T00:00:00'), 'older'],
    ['a listing to the day as source', day('2026-01-02T00:00:00'), exact('2026-01-02T12:00:00'), null],

    [
      'an hour, where the zone is not known',
      exact('2026-01-02T13:00:00'),
      minuteSomewhere('2026-01-02T12:00:00'),
      null,
    ],
    ['thirteen hours behind it', exact('2026-01-03T01:00:00'), minuteSomewhere('2026-01-02T12:00:00'), 'newer'],
    ['fifteen hours before it', exact('2026-01-01T21:00:00'), minuteSomewhere('2026-01-02T12:00:00'), 'older'],
    [
      'two unknown zones, a day apart',
      minuteSomewhere('2026-01-03T12:00:00'),
      minuteSomewhere('2026-01-02T12:00:00'),
      null,
    ],
    [
      'two unknown zones, two days apart',
      minuteSomewhere('2026-01-04T12:00:00'),
      minuteSomewhere('2026-01-02T12:00:00'),
      'newer',
    ],
    ['a day somewhere', exact('2026-01-03T11:00:00'), daySomewhere('2026-01-02T00:00:00'), null],

    ['no time of the source', null, exact('2026-01-02T12:00:00'), null],
    ['no time of the target', exact('2026-01-02T12:00:00'), null, null],
  ] as const)('by %s', (_, source, target, expected) => {
    expect(order(source, target)).toBe(expected);
  });

  test('is not told of what stands there and is no file', () => {
    const modified = second('2026-01-02T12:00:00');
    expect(compareTimes({ size: 1, modified }, { type: 'link', size: 1, modified: null })).toBeNull();
    expect(compareSizes({ size: 1, modified }, { type: 'link', size: 1, modified })).toBeNull();
  });
});

test.each([
  [10, 5, 'larger'],
  [5, 10, 'smaller'],
  [5, 5, 'same'],
  [0, 0, 'same'],
  [null, 5, null],
  [5, null, null],
] as const)('%s bytes beside %s are %s', (source, target, expected) => {
  expect(compareSizes({ size: source, modified: null }, { type: 'file', size: target, modified: null })).toBe(expected);
});
