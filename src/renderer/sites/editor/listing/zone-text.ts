/** `+2`, `-03:30`, `+0530` or `5:45`; the sign may be left out where it is plus. */
const OFFSET = /^([+\-−])?(\d{1,2})(?::?([0-5]\d))?$/;
const MOST_MINUTES = 24 * 60;

/** Minutes ahead of UTC as entered; null where it is no offset, also where nothing was entered. */
export const readZone = (text: string): number | null => {
  const found = OFFSET.exec(text.trim());
  if (!found) return null;
  const [, sign = '+', hours, minutes = '00'] = found;
  const offset = Number(hours) * 60 + Number(minutes);
  if (offset > MOST_MINUTES) return null;
  return sign === '+' || offset === 0 ? offset : -offset;
};

/** An offset as it is entered: `330` -> `+05:30` */
export const zoneText = (minutesAhead: number): string => {
  const minutes = Math.abs(minutesAhead);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${minutesAhead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
