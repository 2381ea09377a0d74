import { expect, test } from 'vitest';
import { csvField, csvFormat } from '../../../../src/main/transfer/export/csv.ts';
import { EXPORTED_COLUMNS } from '../../../../src/main/transfer/export/exported-row.ts';

test.each([
  ['plain', 'a.txt', 'a.txt'],
  ['nothing', null, ''],
  ['a number', 12, '12'],
  ['a comma', 'a,b', '"a,b"'],
  ['quotes', 'say "ah"', '"say ""ah"""'],
  ['a line end', 'a\r\nb', '"a\r\nb"'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula with quotes', '=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['what some take for one', '+49 30', "'+49 30"],
  ['and', '-rf', "'-rf"],
  ['and', '@SUM(A1)', "'@SUM(A1)"],
  ['behind a tab', '\t=1', "'\t=1"],
  ['an equals sign further on', 'a=b', 'a=b'],
])('%s', (_, value, expected) => expect(csvField(value)).toBe(expected));

test('the first line names the columns, and a spreadsheet is told that it is UTF-8', () => {
  expect(csvFormat.head).toBe(`\uFEFF${EXPORTED_COLUMNS.join(',')}\r\n`);
});
