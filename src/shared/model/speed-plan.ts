import { NO_LIMIT, type Speeds } from './transfer-policy.ts';

/** Speeds that hold at certain times of certain days. */
export interface SpeedHours {
  /** Days of the week on which they begin, 0 for Sunday to 6. */
  readonly days: readonly number[];
  /** Minutes since midnight, local time. `until` at or before `from`: until that time of the next day. */
  readonly from: number;
  readonly until: number;
  readonly speeds: Speeds;
}

/** How fast all transfers together may be. */
export interface SpeedPlan {
  /** Whether limits hold now; switched off and on without losing them. */
  readonly limited: boolean;
  readonly speeds: Speeds;
  /** The first that holds now takes the place of `speeds`. */
  readonly hours: readonly SpeedHours[];
}

export const DEFAULT_SPEED_PLAN: SpeedPlan = { limited: true, speeds: NO_LIMIT, hours: [] };

/** Whether hours hold at a local time. */
export const holdsAt = ({ days, from, until }: SpeedHours, date: Date): boolean => {
  const today = date.getDay();
  const yesterday = (today + 6) % 7;
  const minute = date.getHours() * 60 + date.getMinutes();
  if (from < until) return days.includes(today) && minute >= from && minute < until;
  return (days.includes(today) && minute >= from) || (days.includes(yesterday) && minute < until);
};

/** The speeds that hold at a local time. */
export const speedsAt = (plan: SpeedPlan, date: Date): Speeds => {
  if (!plan.limited) return NO_LIMIT;
  return plan.hours.find((hours) => holdsAt(hours, date))?.speeds ?? plan.speeds;
};

/** The next time after `date` at which other speeds may hold; null where the same ones hold forever. */
export const nextChange = (plan: SpeedPlan, date: Date): Date | null => {
  if (!plan.limited) return null;
  let next: Date | null = null;
  for (const minutes of plan.hours.flatMap(({ from, until }) => [from, until])) {
    const at = new Date(date.getFullYear(), date.getMonth(), date.getDate(), 0, minutes);
    if (at <= date) at.setDate(at.getDate() + 1);
    if (next === null || at < next) next = at;
  }
  return next;
};
