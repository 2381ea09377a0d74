import type { ExportedRow } from './exported-row.ts';

/** A JSON array of objects, one a line. */
export const jsonFormat = {
  head: '[',
  row: (row: ExportedRow, first: boolean): string => `${first ? '\n' : ',\n'}${JSON.stringify(row)}`,
  tail: '\n]\n',
};
