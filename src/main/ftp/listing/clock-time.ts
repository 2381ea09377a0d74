import { digits } from './scan.ts';

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** -1 where it is not said. */
  readonly second: number;
}

/**
 * The time of day in [start, end): `9:05`, `21:05`, `21:05:59`, and with twelve hours `09:05AM`, `9:05p`. Null for
 * anything else. Ranges are left to `wallClock`.
 */
export const readClockTime = (line: string, start: number, end: number): ClockTime | null => {
  const colon = line.indexOf(':', start);
  if (colon < 0 || colon > start + 2 || colon >= end) return null;
  const half = halfOfDay(line, end);
  const last = half === null ? end : end - half.length;
  const hour = digits(line, start, colon);
  const minute = digits(line, colon + 1, colon + 3);
  if (hour < 0 || minute < 0) return null;
  let second = -1;
  if (last !== colon + 3) {
    if (line[colon + 3] !== ':' || last !== colon + 6) return null;
    second = digits(line, colon + 4, colon + 6);
    if (second < 0) return null;
  }
  if (half === null) return { hour, minute, second };
  // Twelve o'clock begins its half of the day.
  return hour < 1 || hour > 12 ? null : { hour: (hour % 12) + (half.afternoon ? 12 : 0), minute, second };
};

/** The time of day that a word is, or null. */
export const clockOf = (word: string): ClockTime | null => readClockTime(word, 0, word.length);

const halfOfDay = (line: string, end: number): { length: number; afternoon: boolean } | null => {
  const last = line.charCodeAt(end - 1) | 32;
  const length = last === 0x6d ? 2 : 1;
  const letter = length === 2 ? line.charCodeAt(end - 2) | 32 : last;
  if (letter !== 0x61 && letter !== 0x70) return null;
  return { length, afternoon: letter === 0x70 };
};
