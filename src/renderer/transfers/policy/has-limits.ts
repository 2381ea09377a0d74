import type { SpeedPlan } from '#shared/model/speed-plan.ts';

/** Whether there is any speed in a plan that could hold anything back. */
export const hasLimits = ({ speeds, hours }: SpeedPlan): boolean =>
  [speeds, ...hours.map((each) => each.speeds)].some(({ down, up }) => down !== null || up !== null);
