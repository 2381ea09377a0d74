import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { isSafeName, type Pathname } from '#shared/ftp/pathname.ts';

/** A file whose time a listing has told by the server's wall clock. */
export interface ZoneSample {
  readonly name: Pathname;
  /** That wall clock, read as if it were UTC. */
  readonly listedMs: number;
}

/** The files of a listing whose times, asked for again in UTC, tell the server's zone best. */
export interface ZoneSamples {
  add(entries: readonly FileEntry[]): void;
  /** The newest and the oldest file that has a time of day: half a year lies between them at most. One or none where there are no more. */
  chosen(): readonly ZoneSample[];
}

export const createZoneSamples = (): ZoneSamples => {
  let newest: ZoneSample | null = null;
  let oldest: ZoneSample | null = null;

  return {
    add(entries) {
      for (const { name, type, modified } of entries) {
        if (type !== 'file' || modified === null || modified.zone === 'utc' || modified.precision === 'day') continue;
        const listedMs = modified.epochMs;
        const newer = newest === null || listedMs > newest.listedMs;
        const older = oldest === null || listedMs < oldest.listedMs;
        if ((!newer && !older) || !isSafeName(name)) continue;
        if (newer) newest = { name, listedMs };
        if (older) oldest = { name, listedMs };
      }
    },
    chosen: () => (newest === null || oldest === null ? [] : newest.name === oldest.name ? [newest] : [newest, oldest]),
  };
};

const MINUTE_MS = 60_000;
/** Zones begin at whole quarters of an hour: +05:45 is Nepal's. */
const QUARTER = 15;
/** Baker Island and the Line Islands, in minutes ahead of UTC. */
const ZONES = { first: -12 * 60, last: 14 * 60 };

/**
 * The zone of a wall clock beside the same time in UTC; null where the two differ by no zone. Listings leave out seconds,
 * and some round them up.
 *
 * @returns minutes ahead of UTC
 */
export const zoneBetween = (listedMs: number, utcMs: number): number | null => {
  const minutes = Math.floor(listedMs / MINUTE_MS) - Math.floor(utcMs / MINUTE_MS);
  const zone = Math.round(minutes / QUARTER) * QUARTER;
  if (Math.abs(minutes - zone) > 1 || zone < ZONES.first || zone > ZONES.last) return null;
  // Rounding leaves a zero with a sign.
  return zone + 0;
};
