import { setTimeout as pause } from 'node:timers/promises';
import type { UserFtp } from '../../ftp/engine.ts';
import type { Job, SpareConnection } from '../rows/job.ts';
import { ConnectionGrowth } from './connection-growth.ts';
import type { SegmentPlan } from './segment-plan.ts';
import type { SegmentTeam } from './segment-team.ts';

/** Over how many connections one large file is moved. */
export interface SegmentWish {
  /** At most; 1: over that of the row alone. */
  readonly most: number;
  /** So many from the start, rather than one more for as long as that makes it faster. */
  readonly exactly: boolean;
}

/** Over the row's own connection alone. */
export const IN_ONE_PIECE: SegmentWish = { most: 1, exactly: false };

/** What recruiting goes by. */
export interface Recruiting {
  readonly wish: SegmentWish;
  readonly plan: SegmentPlan;
  /** Whether a further connection shows the same file as the row's own. */
  readonly isSame: (connection: UserFtp) => Promise<boolean>;
  /** Whether that is waited for before it begins, as what is stored in another file stays there, rather than meanwhile. */
  readonly provesFirst: boolean;
  /** Bytes that have come in all. */
  readonly bytes: () => number;
}

/** Milliseconds between two looks at whether one more connection would help. */
const LOOK = 250;

/** Connections that are tried for one place in the team: those that are lost are replaced, but not for ever. */
const TRIES_FOR_ONE = 4;

/**
 * Has spare connections help a team for as long as it is at work: as many as were wished for, or one more as long as
 * that pays. One that shows another file, as behind a load balancer, is not used, and no other is asked for.
 */
export const recruit = async (job: Job, team: SegmentTeam, recruiting: Recruiting): Promise<void> => {
  const { wish, plan, isSame, provesFirst, bytes } = recruiting;
  const growth = new ConnectionGrowth();
  let coming = 0;
  let tries = wish.most * TRIES_FOR_ONE;

  const proof = async ({ connection }: SpareConnection): Promise<boolean> => {
    const same = await isSame(connection).catch(() => null);
    if (same === false) {
      tries = 0;
      job.session.note('Another connection shows another file of this name: the file comes over one connection.');
    }
    return same === true;
  };

  const welcome = async (spare: SpareConnection): Promise<void> => {
    const same = proof(spare);
    const mayHelp = provesFirst ? await same : true;
    coming -= 1;
    if (mayHelp && !team.isOver) await team.help(spare, same);
    else spare.giveBack();
  };

  // Each for itself: whoever is logged in waits for no other.
  const fill = async (): Promise<void> => {
    coming += 1;
    const [spare] = await job.spare(1);
    if (spare === undefined) {
      coming -= 1;
      return;
    }
    tries -= 1;
    await welcome(spare);
  };

  while (!team.isOver && tries > 0) {
    const { size } = team;
    const grows = wish.exactly || growth.look(performance.now(), bytes(), size);
    const wanted = grows ? Math.min(wish.exactly ? wish.most : 1, wish.most - size - coming, tries) : 0;
    if (wanted > 0 && plan.hasWork) for (let place = 0; place < wanted; place += 1) void fill();
    await pause(LOOK, undefined, { ref: false });
  }
};
