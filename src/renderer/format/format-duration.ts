import { unitFormat } from './unit-format.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const inUnit = (amount: number, unit: 'second' | 'minute' | 'hour' | 'day', locale: string): string =>
  unitFormat(locale, { unit, display: 'short', digits: null }).format(amount);

/**
 * How long something takes, with no more precision than an estimate deserves: `8 sec`, `5 min`, `2 hr 10 min`,
 * `3 days 4 hr`. Rounded up, so that it never says 0 while something is left.
 * @param milliseconds 0 or more
 * @param locale BCP 47 tag
 */
export const formatDuration = (milliseconds: number, locale: string): string => {
  const seconds = Math.max(1, Math.ceil(milliseconds / SECOND)) * SECOND;
  if (seconds < MINUTE) return inUnit(seconds / SECOND, 'second', locale);
  const minutes = Math.ceil(seconds / MINUTE) * MINUTE;
  if (minutes < HOUR) return inUnit(minutes / MINUTE, 'minute', locale);
  if (minutes < DAY) return twoUnits(minutes, HOUR, 'hour', MINUTE, 'minute', locale);
  return twoUnits(Math.ceil(minutes / HOUR) * HOUR, DAY, 'day', HOUR, 'hour', locale);
};

const twoUnits = (
  milliseconds: number,
  large: number,
  largeUnit: 'hour' | 'day',
  small: number,
  smallUnit: 'minute' | 'hour',
  locale: string,
): string => {
  const whole = inUnit(Math.floor(milliseconds / large), largeUnit, locale);
  const rest = Math.round((milliseconds % large) / small);
  return rest === 0 ? whole : `${whole} ${inUnit(rest, smallUnit, locale)}`;
};
