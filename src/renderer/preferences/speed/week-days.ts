/** A day of the week, 0 for Sunday. */
export interface WeekDay {
  readonly day: number;
  readonly name: string;
  /** One letter or two, for where there is little room. */
  readonly short: string;
}

/** Not in every library of types: what a locale knows of weeks, 1 for Monday to 7. */
interface KnowsWeeks {
  getWeekInfo?(): { readonly firstDay: number };
}

/** A Sunday. */
const SUNDAY = Date.UTC(2026, 10, 22);
const DAY_MS = 86_400_000;

/**
 * The days of the week, beginning with the day on which it begins there.
 * @param language of the names; @param locale whose habit it is to begin the week so. BCP 47 tags
 */
export const weekDays = (language: string, locale: string): readonly WeekDay[] => {
  const place: Intl.Locale & KnowsWeeks = new Intl.Locale(locale);
  const first = (place.getWeekInfo?.().firstDay ?? 1) % 7;
  const named = (day: number, weekday: 'long' | 'narrow' | 'short'): string =>
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(SUNDAY + day * DAY_MS);
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const day = (first + offset) % 7;
    return { day, name: named(day, 'long'), short: named(day, language.startsWith('de') ? 'short' : 'narrow') };
  });
};
