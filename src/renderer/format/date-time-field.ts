const MINUTE_MS = 60_000;

/**
 * A time as a field of dates and times writes it, in the time of the place one is at: `2026-11-26T22:00`.
 * @param ms milliseconds since the epoch
 */
export const toDateTimeField = (ms: number): string =>
  new Date(ms - new Date(ms).getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);

/** Milliseconds since the epoch of what stands in such a field; null where that is no time. */
export const fromDateTimeField = (text: string): number | null => {
  // Without a zone it is the time of the place one is at (ECMA-262, Date Time String Format).
  const ms = Date.parse(text);
  return /^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(ms) ? ms : null;
};
