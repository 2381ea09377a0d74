import type { FileEntry, FileTime } from '#shared/ftp/file-entry.ts';

const MINUTE_MS = 60_000;

/**
 * Entries whose times are a server's wall clock, with these times in UTC. A day without a time of day is left as it is:
 * which day it is elsewhere cannot be told.
 *
 * @param zoneMinutes minutes that the server's clock is ahead of UTC
 */
export const zonedEntries = (entries: readonly FileEntry[], zoneMinutes: number): readonly FileEntry[] => {
  // Neighbours often share one time: it is made once.
  let last: FileTime | null = null;
  let lastZoned: FileTime | null = null;
  return entries.map((entry) => {
    const { modified } = entry;
    if (modified === null || modified.zone === 'utc' || modified.precision === 'day') return entry;
    if (modified !== last) {
      last = modified;
      lastZoned = { ...modified, epochMs: modified.epochMs - zoneMinutes * MINUTE_MS, zone: 'utc' };
    }
    return { ...entry, modified: lastZoned };
  });
};
