const formatters = new Map<string, Intl.NumberFormat>();

/**
 * A size to the byte, for titles: `268,435,456 bytes`.
 * @param locale a BCP 47 tag
 */
export const formatExactSize = (bytes: number, locale: string): string => {
  const known = formatters.get(locale);
  const made = known ?? new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  formatters.set(locale, made);
  return made.format(bytes);
};
