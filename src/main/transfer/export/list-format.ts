import { csvFormat } from './csv.ts';
import type { ExportedRow } from './exported-row.ts';
import { jsonFormat } from './json.ts';

/** How a list of transfers is written: what stands before all rows, a row, and what stands behind them. */
export interface ListFormat {
  readonly head: string;
  /** @param first whether no row stands before it */
  readonly row: (row: ExportedRow, first: boolean) => string;
  readonly tail: string;
}

/** By the ending of the file's name; CSV where it says nothing. */
export const listFormatOf = (path: string): ListFormat => (/\.json$/i.test(path) ? jsonFormat : csvFormat);
