const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

type Unit = (typeof UNITS)[number] | 'byte';

const formatters = new Map<string, Intl.NumberFormat>();

const formatter = (locale: string, unit: Unit, digits: number): Intl.NumberFormat => {
  const key = `${locale} ${unit} ${digits}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
};

/**
 * Bytes in the unit a person would choose, in powers of 1,000 as disks and systems count them: `12 bytes`, `4.2 kB`,
 * `268 MB`. Three digits are enough to compare; the exact number belongs in a title.
 * @param locale a BCP 47 tag
 */
export const formatSize = (bytes: number, locale: string): string => {
  if (bytes < 1_000) return formatter(locale, 'byte', 0).format(bytes);
  let value = bytes / 1_000;
  let unit = 0;
  // 999.5 would be written as 1,000 of its unit: it is 1.0 of the next.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return formatter(locale, UNITS[unit] ?? 'petabyte', value < 99.95 ? 1 : 0).format(value);
};

const wholeNumbers = new Map<string, Intl.NumberFormat>();

/** A count with the person's separators: `100,000`. */
export const formatCount = (count: number, locale: string): string => {
  const known = wholeNumbers.get(locale) ?? new Intl.NumberFormat(locale);
  wholeNumbers.set(locale, known);
  return known.format(count);
};
