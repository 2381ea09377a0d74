import { isSafeName } from '#shared/ftp/pathname.ts';
import type { TransferItem } from '#shared/model/transfer.ts';
import type { ListedEntry } from './listing/listing-table.ts';
import type { PaneState } from './panes.ts';

/** The selected entries in the order they are shown. */
export const selectedEntries = (pane: PaneState): readonly ListedEntry[] => {
  const entries: ListedEntry[] = [];
  for (const row of pane.order) {
    if (!pane.selection.rows.has(row)) continue;
    const entry = pane.table.entry(row);
    if (entry) entries.push(entry);
  }
  return entries;
};

/** Those that can be joined to a path at all; the others are shown and left alone. */
export const usable = (entries: readonly ListedEntry[]): readonly ListedEntry[] =>
  entries.filter((entry) => isSafeName(entry.shown));

export const toTransferItems = (entries: readonly ListedEntry[]): readonly TransferItem[] =>
  entries.map((entry) => ({
    name: entry.name,
    type: entry.type,
    size: entry.size,
    // A time without a zone compares with nothing.
    modifiedMs: entry.modified?.zone === 'utc' ? entry.modified.epochMs : null,
    permissions: entry.permissions,
  }));
