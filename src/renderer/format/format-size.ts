import { unitFormat } from './unit-format.ts';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

type Unit = (typeof UNITS)[number] | 'byte';

const inUnit = (amount: number, unit: Unit, digits: number, locale: string): string =>
  unitFormat(locale, { unit, display: unit === 'byte' ? 'long' : 'short', digits }).format(amount);

/**
 * Bytes in the unit a person would choose, in powers of 1,000 as disks and systems count them: `12 bytes`, `4.2 kB`,
 * `268 MB`. Three digits are enough to compare; the exact number belongs in a title.
 * @param locale a BCP 47 tag
 */
export const formatSize = (bytes: number, locale: string): string => {
  if (bytes < 1_000) return inUnit(bytes, 'byte', 0, locale);
  let value = bytes / 1_000;
  let unit = 0;
  // 999.5 would be written as 1,000 of its unit: it is 1.0 of the next.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return inUnit(value, UNITS[unit] ?? 'petabyte', value < 99.95 ? 1 : 0, locale);
};

const wholeNumbers = new Map<string, Intl.NumberFormat>();

/** A count with the person's separators: `100,000`. */
export const formatCount = (count: number, locale: string): string => {
  const known = wholeNumbers.get(locale) ?? new Intl.NumberFormat(locale);
  wholeNumbers.set(locale, known);
  return known.format(count);
};
