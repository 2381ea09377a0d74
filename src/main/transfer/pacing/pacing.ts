import type { SessionView } from '#shared/model/session.ts';
import { nextChange, type SpeedPlan, speedsAt } from '#shared/model/speed-plan.ts';
import { NO_LIMIT, type Speeds } from '#shared/model/transfer-policy.ts';
import type { Pace } from '../../ftp/engine.ts';
import { type Clock, SYSTEM_CLOCK } from './clock.ts';
import { jointPace } from './joint-pace.ts';
import { RateLimit } from './rate-limit.ts';

/**
 * How fast transfers may be: all together as the speed plan says, and those of a site as its settings say, within that.
 * What goes between servers never comes by here, so nothing can hold it back.
 */
export interface Pacing {
  /** The pace that a download or upload of a session keeps, together with all others of its direction. */
  paceOf(direction: 'down' | 'up', session: SessionView): Pace;
  /** To be told when the plan or a site's speeds may have changed; it counts at once, for what is under way too. */
  review(): void;
  /** Nothing is held back any more. */
  stop(): void;
}

export interface PacingOptions {
  readonly plan: () => SpeedPlan;
  /** The speeds of the session's site, as they are now. */
  readonly speedsOf: (session: SessionView) => Speeds;
  readonly clock?: Clock;
  /** The time of day; the system's where left out. */
  readonly date?: () => Date;
}

/** Milliseconds: the clock may be set and the computer may sleep, so no longer wait is trusted. */
const LONGEST_WAIT = 60_000;

interface Limits {
  readonly down: RateLimit;
  readonly up: RateLimit;
}

export const createPacing = (options: PacingOptions): Pacing => {
  const { plan, speedsOf, clock = SYSTEM_CLOCK, date = () => new Date() } = options;
  const limits = (): Limits => ({ down: new RateLimit(clock), up: new RateLimit(clock) });
  const all = limits();
  /** By site, or by session where it belongs to none. */
  const sites = new Map<string, { readonly limits: Limits; readonly session: SessionView }>();
  let cancelTimer: (() => void) | null = null;

  const apply = ({ down, up }: Limits, speeds: Speeds): void => {
    down.change(speeds.down);
    up.change(speeds.up);
  };
  const review = (): void => {
    const now = date();
    const current = plan();
    apply(all, speedsAt(current, now));
    for (const site of sites.values()) apply(site.limits, speedsOf(site.session));
    cancelTimer?.();
    const next = nextChange(current, now);
    const wait = next === null ? null : Math.min(LONGEST_WAIT, next.getTime() - now.getTime());
    cancelTimer = wait === null ? null : clock.after(wait, review);
  };
  review();

  return {
    paceOf(direction, session) {
      const key = session.siteId ?? session.sessionId;
      const known = sites.get(key);
      const site = known?.limits ?? limits();
      if (known === undefined) {
        sites.set(key, { limits: site, session });
        apply(site, speedsOf(session));
      }
      return jointPace(all[direction], site[direction]);
    },
    review,
    stop() {
      cancelTimer?.();
      cancelTimer = null;
      for (const each of [all, ...[...sites.values()].map((site) => site.limits)]) apply(each, NO_LIMIT);
    },
  };
};
