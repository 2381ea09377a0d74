import { NO_LIMIT, type Speeds } from './transfer-policy.ts';

/** Speeds that hold at certain times of certain days. */
export interface SpeedHours {
  /** Days of the week, 0 for Sunday to 6. */
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
