import { describe, expect, test } from 'vitest';
import { DEFAULT_SPEED_PLAN, type SpeedPlan } from '#shared/model/speed-plan.ts';
import { NO_LIMIT, type Speeds } from '#shared/model/transfer-policy.ts';
import { createPacing } from '../../../../src/main/transfer/pacing/pacing.ts';
import { sessionView } from '../../../fixtures/sessions.ts';
import { fakeClock } from './fake-clock.ts';
import { awayFrom, startMover } from './mover.ts';

/** 23 November 2026, a Monday, at local midnight. */
const MONDAY = new Date(2026, 10, 23).getTime();
const HOUR = 3_600_000;

const made = (plan: SpeedPlan, speeds: Speeds = NO_LIMIT) => {
  const clock = fakeClock();
  const settings = { plan, speeds };
  const pacing = createPacing({
    plan: () => settings.plan,
    speedsOf: () => settings.speeds,
    clock,
    date: () => new Date(MONDAY + clock.now()),
  });
  return { clock, settings, pacing };
};
const planOf = (down: number | null): SpeedPlan => ({ ...DEFAULT_SPEED_PLAN, speeds: { down, up: null } });

describe('the pace of transfers', () => {
  test('down and up are limited apart', () => {
    const { pacing } = made(planOf(100_000));
    const session = sessionView('s1');
    expect(pacing.paceOf('down', session).piece).toBe(2_500);
    expect(pacing.paceOf('up', session).piece).toBe(Number.POSITIVE_INFINITY);
  });

  test('sessions of one site share its limit, and others have their own', async () => {
    const { clock, pacing } = made(planOf(null), { down: 100_000, up: null });
    const movers = [sessionView('s1', { siteId: 'a' }), sessionView('s2', { siteId: 'a' }), sessionView('s3')].map(
      (session) => startMover(clock, pacing.paceOf('down', session), 1e9, () => {}),
    );
    await clock.pass(10_000);
    const [first = 0, second = 0, third = 0] = movers.map(({ moved }) => moved);
    expect(awayFrom(first + second, 1_000_000)).toBeLessThan(0.03);
    expect(awayFrom(third, 1_000_000)).toBeLessThan(0.03);
  });

  test('a change of the plan or the site counts at once, for what is under way', async () => {
    const { clock, settings, pacing } = made(planOf(null));
    const pace = pacing.paceOf('down', sessionView('s1'));
    settings.plan = planOf(100_000);
    pacing.review();
    expect(pace.piece).toBe(2_500);
    settings.speeds = { down: 50_000, up: null };
    pacing.review();
    expect(pace.piece).toBe(1_250);
    settings.plan = { ...planOf(100_000), limited: false };
    settings.speeds = NO_LIMIT;
    pacing.review();
    expect(pace.piece).toBe(Number.POSITIVE_INFINITY);
    expect(clock.waiting).toBe(0);
  });

  test('hours begin and end by themselves', async () => {
    const night = { days: [1], from: 22 * 60, until: 6 * 60, speeds: NO_LIMIT };
    const { clock, pacing } = made({ ...planOf(100_000), hours: [night] });
    const pace = pacing.paceOf('down', sessionView('s1'));
    await clock.pass(22 * HOUR - 1);
    expect(pace.piece).toBe(2_500);
    await clock.pass(1);
    expect(pace.piece).toBe(Number.POSITIVE_INFINITY);
    await clock.pass(8 * HOUR);
    expect(pace.piece).toBe(2_500);
  });

  test('stopped, it holds back nothing and waits for nothing', async () => {
    const hours = [{ days: [1], from: 60, until: 120, speeds: NO_LIMIT }];
    const { clock, pacing } = made({ ...planOf(1_024), hours });
    let gone = false;
    void pacing
      .paceOf('down', sessionView('s1'))
      .turn(1_000_000)
      ?.then(() => {
        gone = true;
      });
    pacing.stop();
    await clock.pass(0);
    expect(gone).toBe(true);
    expect(clock.waiting).toBe(0);
  });
});
