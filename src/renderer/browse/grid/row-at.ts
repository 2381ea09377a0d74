import type { Row } from '../../state/listing/listing-table.ts';

/** The row an event happened on, or null where it was beside all rows. */
export const rowAt = (target: EventTarget | null): Row | null => {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined ? null : Number(row);
};
