import type { ConnectionSettings } from '#shared/model/connection.ts';

type PortRange = NonNullable<ConnectionSettings['activePorts']>;

/** `50000-50100`, also with a dash or blanks between; one port alone is a range of itself. */
const RANGE = /^(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?$/;

/** Ports as entered, first and last; null where it is no range, also where nothing was entered. */
export const readPortRange = (text: string): PortRange | null => {
  const [, from, to = from] = RANGE.exec(text.trim()) ?? [];
  const first = Number(from);
  const last = Number(to);
  return first >= 1 && last <= 65_535 && first <= last ? [first, last] : null;
};

/** A range as it is entered. */
export const portRangeText = ([first, last]: PortRange): string => (first === last ? `${first}` : `${first}-${last}`);
