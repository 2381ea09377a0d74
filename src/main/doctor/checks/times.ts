import type { FileEntry, FileTime } from '#shared/ftp/file-entry.ts';
import type { FindingOf } from '#shared/model/diagnosis.ts';
import { type Check, visitOf } from '../course.ts';
import { finding } from '../finding.ts';

const MINUTE = 60_000;
/** Zones differ by quarters of an hour. */
const QUARTER = 15 * MINUTE;
/** Ahead of ours by more than clocks drift apart. */
const CLOCK_TOLERANCE = 5 * MINUTE;

/** Of which zone the times in listings are, and whether the server's clock is ahead of ours. */
export const times: Check = async function* (course) {
  const { mlsd, list } = course.listed;
  const known = mlsd ?? (await askTimes(course, list ?? []));
  yield judgeTimes(known, list ?? [], Date.now(), course.options.listing.zoneMinutes === null && mlsd === null);
  return 'go-on';
};

/** MDTM (RFC 3659 3) of one file whose time LIST tells to the minute, where there is no MLSD. */
const askTimes = async (course: Parameters<Check>[0], listed: readonly FileEntry[]): Promise<readonly FileEntry[]> => {
  const sample = listed.find(
    ({ type, modified }) => type === 'file' && modified !== null && modified.precision !== 'day',
  );
  if (sample === undefined) return [];
  const connection = await visitOf(course).connection();
  const path = connection.home.endsWith('/') ? connection.home + sample.name : `${connection.home}/${sample.name}`;
  const epochMs = await connection.modified(path).catch(() => null);
  if (epochMs === null) return [];
  return [{ ...sample, modified: { epochMs, precision: 'second', zone: 'utc' } }];
};

/**
 * @param known entries whose times are of UTC
 * @param listed the same as LIST tells them, on the server's own clock
 * @param settable whether the site could be told the zone and has not been
 */
export const judgeTimes = (
  known: readonly FileEntry[],
  listed: readonly FileEntry[],
  nowMs: number,
  settable: boolean,
): FindingOf<'times'> => {
  const utc = known.flatMap(({ modified }) => (modified?.zone === 'utc' ? [modified.epochMs] : []));
  if (utc.length === 0) return finding('times', 'unknown');
  const ahead = Math.max(...utc) - nowMs;
  if (ahead > CLOCK_TOLERANCE) return finding('times', 'ahead', { facts: { minutes: Math.round(ahead / MINUTE) } });
  const minutes = zoneOf(known, listed);
  if (minutes === null) return finding('times', 'utc');
  if (minutes === 0) return finding('times', 'same');
  const fix = settable ? { listing: { zoneMinutes: minutes } } : null;
  return finding('times', 'zone', { facts: { minutes }, fix });
};

/** What all files with a time of day are ahead by, to the quarter of an hour; null where they do not agree or none has. */
const zoneOf = (known: readonly FileEntry[], listed: readonly FileEntry[]): number | null => {
  const byName = new Map(listed.map(({ name, modified }) => [name, modified]));
  const found = new Set<number>();
  for (const { name, modified } of known) {
    const other = byName.get(name);
    if (!isOfDay(modified) || !isOfDay(other) || other.zone === 'utc') continue;
    found.add((Math.round((other.epochMs - modified.epochMs) / QUARTER) * QUARTER) / MINUTE);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
};

const isOfDay = (time: FileTime | null | undefined): time is FileTime =>
  time !== null && time !== undefined && time.precision !== 'day';
