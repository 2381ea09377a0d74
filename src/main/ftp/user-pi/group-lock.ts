import { FaultError } from '#shared/fault.ts';
import { createDeparture } from './departure.ts';
import type { Dialogue } from './dialogue.ts';
import { ONE_SEGMENT, READ_AT_ONCE } from './read-at-once.ts';

/** A group's turn on the control connection. */
export interface Turn {
  /**
   * All commands of the group are sent, or the transfer's own is: what need not wait for replies may follow. Without
   * pipelining it changes nothing.
   */
  sent(): void;
  /** Whether a transfer waits that does not leave together with this one. */
  readonly followed: boolean;
  /**
   * Waits until all transfers that leave together are ready; their commands then go out one behind the other. Null where
   * this one leaves alone.
   */
  readonly depart: (() => Promise<void>) | null;
}

/** The turn of a group that keeps the control connection for itself to its end. */
export const KEPT_TURN: Turn = { followed: false, sent: () => {}, depart: null };

export interface TurnOptions {
  /** Takes the group out of the line while it waits. */
  readonly signal?: AbortSignal | null;
  /** A transfer takes its time: whatever else waits goes before it, and nothing is sent until it is over. */
  readonly transfer?: boolean;
  /**
   * How many bytes this transfer's commands are, where they may leave together with those of others, before any of them is
   * answered; null where they may not.
   */
  readonly bytesAhead?: () => number | null;
}

/**
 * Lets one command group after another have the control connection. Groups such as RNFR and RNTO (RFC 959 5.4) must
 * not be mixed with other commands; of several that wait, the short ones go first and then the transfers, each kind in
 * the order they asked.
 */
export interface GroupLock {
  /**
   * Runs `group` when its turn has come.
   * Faults: `cancelled` where the signal fired before that; else whatever the group throws.
   */
  run<T>(group: (turn: Turn) => Promise<T>, options?: TurnOptions): Promise<T>;
}

/** What the lock has to know of the server-PI, asked each time it matters. */
export interface Pipelining {
  /** Commands may be sent ahead of replies (RFC 959 2.3). */
  readonly used: boolean;
  /** The server has been seen to keep what is sent along with a transfer command until that transfer is over. */
  readonly behindTransfers: boolean;
}

/** What the lock has to know of the commands on their way: of a Dialogue. */
export type OnTheWay = Pick<Dialogue, 'unanswered' | 'answered' | 'flush'>;

/** Transfers that leave together: so few are left undone where a connection breaks. */
const MOST_TOGETHER = 16;

/** Fewer than these wait for the replies to short commands, which may make room for more, or bring more. */
const WORTH_LEAVING = 8;

interface Waiting {
  readonly options: TurnOptions;
  readonly begin: (depart: Turn['depart'], leave: () => void) => void;
}

export const createGroupLock = (pipelining: Pipelining, dialogue: OnTheWay): GroupLock => {
  const waiting: Waiting[] = [];
  /** Groups that have begun and may send still. */
  let sending = 0;
  /** Transfers that are not over. */
  let transfers = 0;
  /** Transfers let one flight of short groups go first, and wait for the replies; what is asked upon those comes after. */
  let waited = false;

  const takeNext = (): readonly Waiting[] => {
    const short = waiting.find(({ options }) => options.transfer !== true);
    const queued = waiting.filter(({ options }) => options.transfer === true);
    if (short !== undefined && (!waited || queued.length === 0)) return [short];
    if (!pipelining.used || !pipelining.behindTransfers) return queued.slice(0, 1);
    const count = together(queued, dialogue.unanswered);
    if (count < WORTH_LEAVING && dialogue.unanswered > 0 && together(queued, 0) > 0) {
      waited = true;
      void dialogue.answered().then(next);
      return [];
    }
    waited = false;
    return queued.slice(0, Math.max(1, count));
  };

  /**
   * How many from the first on may leave together.
   *
   * @param unread bytes that the server may not have read yet
   */
  const together = (queued: readonly Waiting[], unread: number): number => {
    let bytes = 0;
    const most = Math.min(ONE_SEGMENT, READ_AT_ONCE - unread);
    const ends = queued.slice(0, MOST_TOGETHER).findIndex(({ options }) => {
      bytes += options.bytesAhead?.() ?? Number.POSITIVE_INFINITY;
      return bytes > most;
    });
    return ends < 0 ? Math.min(queued.length, MOST_TOGETHER) : ends;
  };

  const next = (): void => {
    if (sending > 0 || transfers > 0) return;
    const groups = takeNext();
    if (groups.length === 0) return;
    for (const group of groups) waiting.splice(waiting.indexOf(group), 1);
    sending = groups.length;
    transfers = groups.filter(({ options }) => options.transfer === true).length;
    const departure = createDeparture(groups.length, dialogue.flush);
    groups.forEach((group, member) => {
      const depart = groups.length > 1 ? () => departure.arrive(member) : null;
      group.begin(depart, () => departure.leave(member));
    });
    // A short group may have sent everything at once.
    next();
  };

  return {
    run<T>(group: (turn: Turn) => Promise<T>, options: TurnOptions = {}) {
      const { signal = null, transfer = false } = options;
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      let released = false;
      const release = (): void => {
        if (released) return;
        released = true;
        sending -= 1;
      };
      const begin: Waiting['begin'] = (depart, leave) => {
        signal?.removeEventListener('abort', cancelled);
        const turn: Turn = {
          sent() {
            if (!pipelining.used) return;
            release();
            // Not at once: what this group sends in the same breath goes out before the next one's commands.
            queueMicrotask(next);
          },
          get followed() {
            return waiting.some((one) => one.options.transfer === true);
          },
          depart,
        };
        const over = (): void => {
          if (transfer) transfers -= 1;
          leave();
          release();
          next();
        };
        // What whoever asked for this group does next, such as renaming what was stored, goes before what waits longer.
        group(turn)
          .then(resolve, reject)
          .finally(() => (released && !transfer ? over() : setImmediate(over)));
      };
      const place: Waiting = { options, begin };
      const cancelled = (): void => {
        const at = waiting.indexOf(place);
        if (at >= 0) waiting.splice(at, 1);
        reject(new FaultError({ kind: 'cancelled', stage: 'preparing' }));
      };
      if (signal?.aborted === true) cancelled();
      else {
        signal?.addEventListener('abort', cancelled, { once: true });
        waiting.push(place);
        next();
      }
      return promise;
    },
  };
};
