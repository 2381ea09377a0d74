import { expect, test } from 'vitest';
import { formatFileTime } from '#shared/ftp/file-entry.ts';
import { createListingReader } from '../../../../src/main/ftp/listing/listing-reader.ts';
import { utf8Codec } from '../../../../src/main/ftp/protocol/pathname-codec.ts';

/** The dates that a listing of these lines has, read on November 21st 2026. */
const datesOf = (lines: readonly string[]): readonly (string | null)[] => {
  const dates: (string | null)[] = [];
  const reader = createListingReader({
    format: 'auto',
    directory: '/',
    codec: utf8Codec,
    kind: 'list',
    nowMs: Date.parse('2026-11-21T12:00:00Z'),
    onEntries: (entries) =>
      dates.push(...entries.map(({ modified }) => modified && formatFileTime(modified).slice(0, 10))),
  });
  reader.push(utf8Codec.encode(lines.map((line) => `${line}\r\n`).join('')));
  reader.end();
  return dates;
};

const ibmI = (date: string): string => `ANNA             1234 ${date} 15:09:55 *STMF      report.txt`;
const windows = (date: string): string => `${date}  10:00AM                  531 report.doc`;

test.each([
  { job: '*YMD', dates: ['26/11/20', '25/03/31'], read: ['2026-11-20', '2025-03-31'] },
  { job: '*YMD', dates: ['26/11/05', '26/10/12'], read: ['2026-11-05', '2026-10-12'] },
  { job: '*DMY', dates: ['05/11/26', '26/10/25'], read: ['2026-11-05', '2025-10-26'] },
  { job: '*DMY', dates: ['20/11/26', '05/03/26'], read: ['2026-11-20', '2026-03-05'] },
  { job: '*MDY', dates: ['03/05/26', '11/20/26'], read: ['2026-03-05', '2026-11-20'] },
  { job: '*MDY, as far as anybody can tell', dates: ['03/05/26'], read: ['2026-03-05'] },
  { job: '*DMY with dots', dates: ['05.03.26', '06.04.26'], read: ['2026-03-05', '2026-04-06'] },
  { job: '*YMD with dots', dates: ['26.03.31', '25.12.24'], read: ['2026-03-31', '2025-12-24'] },
  { job: '*ISO', dates: ['2026-03-05', '2025-12-24'], read: ['2026-03-05', '2025-12-24'] },
])(
  'a whole listing of IBM i is read in the order of day, month and year that fits all of it: $job',
  ({ dates, read }) => {
    expect(datesOf(dates.map(ibmI))).toEqual(read);
  },
);

test.each([
  { order: 'month first', dates: ['03-05-26', '11-20-26'], read: ['2026-03-05', '2026-11-20'] },
  { order: 'day first', dates: ['03-05-26', '20-11-26'], read: ['2026-05-03', '2026-11-20'] },
  { order: 'year first', dates: ['26-11-05', '25-12-31'], read: ['2026-11-05', '2025-12-31'] },
])('and so is one of Windows: $order', ({ dates, read }) => {
  expect(datesOf(dates.map(windows))).toEqual(read);
});

test('what a listing shows only behind its twentieth line does not change what was told already', () => {
  const lines = [...Array.from({ length: 30 }, () => windows('03-05-26')), windows('20-11-26'), windows('03-05-26')];
  expect(datesOf(lines)).toEqual([...Array.from({ length: 30 }, () => '2026-03-05'), '2026-11-20', '2026-03-05']);
});
