import type { FileTime } from '#shared/ftp/file-entry.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const known = formatters.get(`${locale} ${key}`);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(`${locale} ${key}`, made);
  return made;
};

const DAY = { year: 'numeric', month: 'short', day: '2-digit' } as const;
const MINUTE = { ...DAY, hour: '2-digit', minute: '2-digit' } as const;
const SECOND = { ...MINUTE, second: '2-digit' } as const;

// A time whose zone nobody knows is shown as the server wrote it, not moved by our own zone.
const zoneOf = (time: FileTime): Intl.DateTimeFormatOptions => (time.zone === 'unknown' ? { timeZone: 'UTC' } : {});

const MINUTE_THIS_YEAR = { month: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;

/**
 * For a column, as short as it can be told apart: the time of day this year, the year before it, and never more than
 * is known.
 * @param nowMs milliseconds since the epoch
 */
export const formatTime = (time: FileTime, locale: string, nowMs: number): string => {
  const thisYear = new Date(nowMs).getFullYear() === new Date(time.epochMs).getFullYear();
  const style = thisYear && time.precision !== 'day' ? 'minute' : 'day';
  const options = style === 'minute' ? MINUTE_THIS_YEAR : DAY;
  return formatter(locale, `short ${style} ${time.zone}`, { ...options, ...zoneOf(time) }).format(time.epochMs);
};

/**
 * The time of day to the second, as it is here.
 * @param timeMs milliseconds since the epoch
 */
export const formatTimeOfDay = (timeMs: number, locale: string): string =>
  formatter(locale, 'time of day', TIME_OF_DAY).format(timeMs);

const TIME_OF_DAY = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

/** As fine as it is known, for a title or a dialog. */
export const formatTimeFully = (time: FileTime, locale: string): string => {
  const byPrecision: Readonly<Record<FileTime['precision'], Intl.DateTimeFormatOptions>> = {
    day: DAY,
    minute: MINUTE,
    second: SECOND,
    millisecond: { ...SECOND, fractionalSecondDigits: 3 },
  };
  const options = { ...byPrecision[time.precision], ...zoneOf(time) };
  return formatter(locale, `full ${time.precision} ${time.zone}`, options).format(time.epochMs);
};

const MOMENT = { zone: 'utc', precision: 'second' } as const;

/**
 * Something of our own that happened or is to happen, for a column.
 * @param ms, nowMs milliseconds since the epoch
 */
export const formatMoment = (ms: number, locale: string, nowMs: number): string =>
  formatTime({ ...MOMENT, epochMs: ms }, locale, nowMs);

/** The same to the second. */
export const formatMomentFully = (ms: number, locale: string): string =>
  formatTimeFully({ ...MOMENT, epochMs: ms }, locale);
