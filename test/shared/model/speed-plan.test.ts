import { describe, expect, test } from 'vitest';
import { nextChange, type SpeedHours, type SpeedPlan, speedsAt } from '../../../src/shared/model/speed-plan.ts';
import type { Speeds } from '../../../src/shared/model/transfer-policy.ts';

const USUAL = { down: 500_000, up: 100_000 };
const OTHER = { down: 1_000_000, up: null };
const THIRD = { down: 50_000, up: 50_000 };
const WORKDAYS = [1, 2, 3, 4, 5];

/** Local time in the week of Monday, 23 November 2026. */
const at = (day: number, hours: number, minutes = 0): Date => new Date(2026, 10, 22 + day, hours, minutes);
const MONDAY = 1;
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

const hours = (days: readonly number[], from: number, until: number, speeds: Speeds = OTHER): SpeedHours => ({
  days,
  from: from * 60,
  until: until * 60,
  speeds,
});
const plan = (...all: readonly SpeedHours[]): SpeedPlan => ({ limited: true, speeds: USUAL, hours: all });

describe('the speeds that hold', () => {
  test.each([
    ['before they begin', at(MONDAY, 8, 59), USUAL],
    ['when they begin', at(MONDAY, 9), OTHER],
    ['in the last minute', at(FRIDAY, 16, 59), OTHER],
    ['when they end', at(FRIDAY, 17), USUAL],
    ['on another day', at(SATURDAY, 10), USUAL],
  ])('hours within a day, %s', (_name, date, speeds) => {
    expect(speedsAt(plan(hours(WORKDAYS, 9, 17)), date)).toBe(speeds);
  });

  test.each([
    ['on the evening', at(FRIDAY, 23), OTHER],
    ['on the next morning, which is a day of its own', at(SATURDAY, 5, 59), OTHER],
    ['when they end', at(SATURDAY, 6), USUAL],
    ['on the evening of a day that has none', at(SATURDAY, 23), USUAL],
    ['on the morning after a day that has none', at(SUNDAY, 5), USUAL],
    ['on the morning of the first day', at(MONDAY, 5), USUAL],
  ])('hours over midnight, %s', (_name, date, speeds) => {
    expect(speedsAt(plan(hours(WORKDAYS, 22, 6)), date)).toBe(speeds);
  });

  test('from a time until the same time is a whole day', () => {
    const all = plan(hours([6], 12, 12));
    expect(speedsAt(all, at(SATURDAY, 11, 59))).toBe(USUAL);
    expect(speedsAt(all, at(SATURDAY, 12))).toBe(OTHER);
    expect(speedsAt(all, at(SUNDAY, 11, 59))).toBe(OTHER);
    expect(speedsAt(all, at(SUNDAY, 12))).toBe(USUAL);
  });

  test('the first that hold now take the place of the usual ones', () => {
    const all = plan(hours(WORKDAYS, 12, 13, THIRD), hours(WORKDAYS, 9, 17));
    expect(speedsAt(all, at(MONDAY, 12, 30))).toBe(THIRD);
    expect(speedsAt(all, at(MONDAY, 14))).toBe(OTHER);
  });

  test('hours of no day never hold', () => {
    expect(speedsAt(plan(hours([], 0, 0)), at(MONDAY, 12))).toBe(USUAL);
  });

  test('switched off, none do', () => {
    const off = { ...plan(hours(WORKDAYS, 9, 17)), limited: false };
    expect(speedsAt(off, at(MONDAY, 10))).toEqual({ down: null, up: null });
  });
});

describe('the next change', () => {
  const all = plan(hours(WORKDAYS, 9, 17), hours([6], 22, 6));

  test.each([
    [at(MONDAY, 0), at(MONDAY, 6)],
    [at(MONDAY, 6), at(MONDAY, 9)],
    [at(MONDAY, 8, 59), at(MONDAY, 9)],
    [at(MONDAY, 17), at(MONDAY, 22)],
    [at(MONDAY, 22, 30), at(MONDAY + 1, 6)],
  ])('after %s', (date, next) => {
    expect(nextChange(all, date)).toEqual(next);
  });

  test('never comes where the same speeds hold forever', () => {
    expect(nextChange(plan(), at(MONDAY, 0))).toBeNull();
    expect(nextChange({ ...all, limited: false }, at(MONDAY, 0))).toBeNull();
  });
});
