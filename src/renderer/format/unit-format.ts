const formatters = new Map<string, Intl.NumberFormat>();

/** How an amount of a unit is to be written. */
export interface UnitStyle {
  readonly unit: string;
  readonly display: 'short' | 'long';
  /** Digits behind the point, no more and no fewer; null: as many as the language writes. */
  readonly digits: number | null;
}

/**
 * Writes amounts of a unit: made once for each language and style, for making one takes a hundred times as long as using it.
 * @param locale a BCP 47 tag
 */
export const unitFormat = (locale: string, { unit, display, digits }: UnitStyle): Intl.NumberFormat => {
  const key = `${locale} ${unit} ${display} ${digits}`;
  const known = formatters.get(key);
  if (known) return known;
  const fraction = digits === null ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const made = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: display, ...fraction });
  formatters.set(key, made);
  return made;
};
