import type { FileTime, FileType } from '#shared/ftp/file-entry.ts';
import type { SizeOrder, TimeOrder } from '#shared/model/conflict-rule.ts';

/** What is known of a file that is to be transferred. */
export interface ConflictSide {
  /** Bytes; null where nobody knows them, or where they are others at the other end. */
  readonly size: number | null;
  readonly modified: FileTime | null;
}

/** What is known of the file that has its name already. */
export interface ConflictTarget extends ConflictSide {
  readonly type: FileType;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** Milliseconds from the first to the last moment that a time may stand for. */
const WIDTH: Readonly<Record<FileTime['precision'], number>> = {
  millisecond: 0,
  second: SECOND - 1,
  minute: 60 * SECOND - 1,
  day: 24 * HOUR - 1,
};

/** FAT keeps every other second, and rounds a time up or down to it. */
const TOLERANCE = 2 * SECOND;

/** How far clocks are ahead of UTC and behind it at most: Kiribati, Baker Island. */
const MOST_AHEAD = 14 * HOUR;
const MOST_BEHIND = 12 * HOUR;

/** How the size of the source is to that of the target; null where one is unknown, or what stands there is no file. */
export const compareSizes = (source: ConflictSide, target: ConflictTarget): SizeOrder | null => {
  if (target.type !== 'file' || source.size === null || target.size === null) return null;
  if (source.size === target.size) return 'same';
  return source.size > target.size ? 'larger' : 'smaller';
};

/**
 * How the time of the source is to that of the target: an order only where it holds whatever the seconds, the minutes or
 * the zone are that one of the two does not tell. The same are times that both are exact and no further apart than a
 * disk rounds them. Null: nobody can say.
 */
export const compareTimes = (source: ConflictSide, target: ConflictTarget): TimeOrder | null => {
  if (target.type !== 'file' || source.modified === null || target.modified === null) return null;
  const here = momentsOf(source.modified);
  const there = momentsOf(target.modified);
  if (here.first - there.last > TOLERANCE) return 'newer';
  if (there.first - here.last > TOLERANCE) return 'older';
  return isExact(source.modified) && isExact(target.modified) ? 'same' : null;
};

/** Whether the zone of a time is known, and the time to the second. */
const isExact = ({ zone, precision }: FileTime): boolean =>
  zone === 'utc' && (precision === 'second' || precision === 'millisecond');

/** Milliseconds since the epoch where the zone of the time is known and it is exact to the second; else null. */
export const exactTime = (time: FileTime | null): number | null =>
  time !== null && isExact(time) ? time.epochMs : null;

/** A time as MDTM tells it, or as a file of this disk has it; null where nobody tells it. */
export const asExact = (epochMs: number | null): FileTime | null =>
  epochMs === null ? null : { epochMs, precision: 'second', zone: 'utc' };

/** The first and the last moment that a time may stand for. */
const momentsOf = ({ epochMs, precision, zone }: FileTime): { readonly first: number; readonly last: number } => {
  const last = epochMs + WIDTH[precision];
  if (zone === 'utc') return { first: epochMs, last };
  // A clock that is ahead shows later than UTC is.
  return { first: epochMs - MOST_AHEAD, last: last + MOST_BEHIND };
};
