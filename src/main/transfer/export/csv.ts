import { EXPORTED_COLUMNS, type ExportedRow, type ExportedValue } from './exported-row.ts';

/** Says that what follows is UTF-8: without it, Excel takes it for the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';
/** RFC 4180 2, rule 1. */
const LINE_END = '\r\n';

/**
 * A text that begins so is a formula to a spreadsheet, and names of files come from strangers: `=HYPERLINK(…)` must not
 * become one. A tab and a carriage return are passed over by some before they look.
 */
const FORMULA = /^[=+\-@\t\r]/;
/** RFC 4180 2, rules 5 to 7: such fields stand in quotes. */
const SPECIAL = /[",\r\n]/;

/** One field: `a,b` is `"a,b"`, `say "ah"` is `"say ""ah"""`, `=1+1` is `'=1+1`. */
export const csvField = (value: ExportedValue): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (values: readonly ExportedValue[]): string => values.map(csvField).join(',') + LINE_END;

/** Comma-separated values (RFC 4180) with a line of column names. */
export const csvFormat = {
  head: BYTE_ORDER_MARK + line(EXPORTED_COLUMNS),
  row: (row: ExportedRow): string => line(EXPORTED_COLUMNS.map((column) => row[column])),
  tail: '',
};
