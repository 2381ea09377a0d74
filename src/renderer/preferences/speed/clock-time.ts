const two = (part: number): string => String(part).padStart(2, '0');

/** Minutes since midnight as the value of a time field: 570 -> `09:30` */
export const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Minutes since midnight; null where the field holds no time yet. */
export const readClockTime = (value: string): number | null => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(value) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
};
