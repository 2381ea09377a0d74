import { describe, expect, test } from 'vitest';
import { DEFAULT_SPEED_PLAN } from '#shared/model/speed-plan.ts';
import { NO_LIMIT } from '#shared/model/transfer-policy.ts';
import { clockTime, readClockTime } from '../../../../src/renderer/preferences/speed/clock-time.ts';
import { weekDays } from '../../../../src/renderer/preferences/speed/week-days.ts';
import { hasLimits } from '../../../../src/renderer/transfers/policy/has-limits.ts';
import { readTypedSpeed, typedSpeed } from '../../../../src/renderer/transfers/policy/speed-draft.ts';

describe('a typed speed', () => {
  test('is none where nothing is typed', () => {
    expect(readTypedSpeed('  ')).toBeNull();
    expect(typedSpeed(null, 'en')).toBe('');
  });

  test('counts in kilobytes where no unit is typed', () => {
    expect(readTypedSpeed('500')).toBe(500_000);
  });

  test.each(['fast', '5 B/s', '-1'])('%s is wrong', (text) => {
    expect(readTypedSpeed(text)).toBe('wrong');
  });
});

describe('a plan', () => {
  const hours = { days: [1], from: 0, until: 60, speeds: { down: null, up: 2_000 } };
  test.each([
    ['usually', { ...DEFAULT_SPEED_PLAN, speeds: { down: 1_024, up: null } }, true],
    ['at certain hours', { ...DEFAULT_SPEED_PLAN, hours: [hours] }, true],
    ['never', DEFAULT_SPEED_PLAN, false],
    ['never, whatever the hours', { ...DEFAULT_SPEED_PLAN, hours: [{ ...hours, speeds: NO_LIMIT }] }, false],
  ] as const)('limits %s', (_name, plan, limits) => {
    expect(hasLimits(plan)).toBe(limits);
  });
});

describe('a time of day', () => {
  test.each([
    [0, '00:00'],
    [570, '09:30'],
    [1_439, '23:59'],
  ])('%i is %s', (minutes, text) => {
    expect(clockTime(minutes)).toBe(text);
    expect(readClockTime(text)).toBe(minutes);
  });

  test.each(['', '9:30', '24:00', '12:60'])('"%s" is none', (text) => {
    expect(readClockTime(text)).toBeNull();
  });
});

describe('the week', () => {
  test('begins where it does there, in the person’s words', () => {
    const english = weekDays('en', 'en-US');
    expect(english.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(english[1]).toEqual({ day: 1, name: 'Monday', short: 'M' });
    const german = weekDays('de', 'de-DE');
    expect(german.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 6, 0]);
    expect(german[0]).toEqual({ day: 1, name: 'Montag', short: 'Mo' });
  });
});
