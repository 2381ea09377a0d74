import { unitFormat } from './unit-format.ts';

/**
 * A size to the byte, for titles: `268,435,456 bytes`.
 * @param locale a BCP 47 tag
 */
export const formatExactSize = (bytes: number, locale: string): string =>
  unitFormat(locale, { unit: 'byte', display: 'long', digits: null }).format(bytes);
