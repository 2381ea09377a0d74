const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

// Intl formatters are slow to make and tables ask for thousands of texts.
const formatters = new Map<string, Intl.NumberFormat>();
const formatter = (locale: string, unit: string, digits: number): Intl.NumberFormat => {
  const key = `${locale} ${unit} ${digits}`;
  const made =
    formatters.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formatters.set(key, made);
  return made;
};

/** The unit of 1,000s that leaves at most three digits before the point, and the amount in it. */
const scaled = (bytes: number): { amount: number; unit: (typeof UNITS)[number]; digits: number } => {
  let amount = bytes;
  let step = 0;
  // 999,950 would be written 1,000.0: it is already one of the next unit.
  while (step < UNITS.length - 1 && amount >= (step === 0 ? 1_000 : 999.95)) {
    amount /= 1_000;
    step += 1;
  }
  return { amount, unit: UNITS[step] ?? 'byte', digits: step === 0 ? 0 : 1 };
};

/**
 * A size for people: `512 bytes`, `1.5 kB`, `268.4 MB`.
 * @param bytes 0 or more
 * @param locale BCP 47 tag
 */
export const formatSize = (bytes: number, locale: string): string => {
  const { amount, unit, digits } = scaled(bytes);
  return formatter(locale, unit, digits).format(amount);
};

/** A size to the byte: `268,435,456 bytes`. */
export const formatExactSize = (bytes: number, locale: string): string => formatter(locale, 'byte', 0).format(bytes);

/** A rate for people: `1.5 MB/s`. Below a kilobyte a second it is told in fractions of one. */
export const formatRate = (bytesPerSecond: number, locale: string): string => {
  const { amount, unit } = scaled(Math.max(bytesPerSecond, 0));
  return unit === 'byte'
    ? formatter(locale, 'kilobyte-per-second', 1).format(amount / 1_000)
    : formatter(locale, `${unit}-per-second`, 1).format(amount);
};
