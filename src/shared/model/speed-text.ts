import { FASTEST, SLOWEST } from './transfer-policy.ts';

/** `500`, `500k`, `1.5 MB/s`, `2,5 MiB`: a number and its unit; that it is a second's worth may be said. */
const SPEED = /^(\d{1,15}(?:[.,]\d{1,9})?)\s*(b|[kmg]i?b?)?(?:\/s)?$/i;
const UNIT_LETTERS = 'bkmg';

/**
 * A speed as people write it: `k`, `kB`, `M`, `MB` and `G` are powers of 1,000, as sizes are shown everywhere, `KiB`,
 * `MiB` and `GiB` powers of 1,024.
 * @param bare the bytes that a number without a unit counts in
 * @returns bytes a second; null where it is no speed, or one that is no limit worth the name
 */
export const readSpeed = (text: string, bare: number): number | null => {
  const [, number, unit] = SPEED.exec(text.trim().toLowerCase()) ?? [];
  if (number === undefined) return null;
  const base = unit?.includes('i') ? 1_024 : 1_000;
  const factor = unit === undefined ? bare : base ** UNIT_LETTERS.indexOf(unit.charAt(0));
  const bytes = Math.round(Number(number.replace(',', '.')) * factor);
  return bytes >= SLOWEST && bytes <= FASTEST ? bytes : null;
};

const UNITS = [
  ['GB', 1_000 ** 3],
  ['MB', 1_000 ** 2],
  ['kB', 1_000],
  ['GiB', 1_024 ** 3],
  ['MiB', 1_024 ** 2],
  ['KiB', 1_024],
] as const;

/**
 * A speed as it is entered, exactly: `2.5 MB/s`, `1 MiB/s`, `1025 B/s`.
 * @param locale a BCP 47 tag, for the mark before the decimals
 */
export const speedText = (bytes: number, locale: string): string => {
  const fits = ([, size]: (typeof UNITS)[number]): boolean => bytes >= size && (bytes * 10) % size === 0;
  const [unit, size] = UNITS.find(fits) ?? ['B', 1];
  return `${new Intl.NumberFormat(locale, { useGrouping: false }).format(bytes / size)} ${unit}/s`;
};
