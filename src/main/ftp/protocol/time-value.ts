/** The time-val of RFC 3659 2.3: UTC, `YYYYMMDDHHMMSS` with an optional fraction of any length. */
const TIME_VALUE = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?$/;

/**
 * @param text `20260229235960.25` and its kind, as in `213 20261120100000`
 * @returns milliseconds since the epoch, or null where it is no time: the 30th of February is refused, a leap second
 * (60) is taken as the second after it
 */
export const parseTimeValue = (text: string): number | null => {
  const found = TIME_VALUE.exec(text.trim());
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  if (hour > 23 || minute > 59 || second > 60) return null;
  const fraction = Math.trunc(Number(`0.${found[7] ?? '0'}`) * 1000);
  const date = new Date(0);
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  date.setUTCHours(hour, minute, second, fraction);
  return date.getTime();
};

/**
 * @param epochMs milliseconds since the epoch, years 0 to 9999
 * @returns `YYYYMMDDHHMMSS` in UTC, whole seconds: MFMT and MDTM of most servers take no fraction
 */
export const formatTimeValue = (epochMs: number): string =>
  new Date(epochMs).toISOString().slice(0, 19).replace(/[-T:]/g, '');
