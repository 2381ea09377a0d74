import { FaultError } from '#shared/fault.ts';

/** A group's turn on the control connection. */
export interface Turn {
  /**
   * All commands of the group are sent, or the transfer's own is: others may send theirs without waiting for the
   * replies. Without pipelining it changes nothing.
   */
  sent(): void;
  /** Whether another transfer waits for its turn. */
  readonly followed: boolean;
}

/** The turn of a group that keeps the control connection for itself to its end. */
export const KEPT_TURN: Turn = { followed: false, sent: () => {} };

export interface TurnOptions {
  /** Takes the group out of the line while it waits. */
  readonly signal?: AbortSignal | null;
  /** Whether this group may begin yet; where it may not, transfers go before it and the short ones that wait behind it. */
  readonly isReady?: () => boolean;
  /** A transfer takes its time: whatever else waits goes before it. */
  readonly transfer?: boolean;
  /** Whether this transfer's command may be sent while another transfer is under way. */
  readonly mayGoAhead?: () => boolean;
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
  /** The server has been seen to take in order what is sent while a transfer is under way. */
  readonly duringTransfers: boolean;
}

/** Transfers whose commands are with the server at a time: the one under way and the next. */
const MOST_TRANSFERS = 2;

interface Waiting {
  readonly options: TurnOptions;
  readonly begin: () => void;
}

export const createGroupLock = (pipelining: Pipelining): GroupLock => {
  const waiting: Waiting[] = [];
  let sending = false;
  let transfers = 0;

  const mayBegin = ({ transfer = false, mayGoAhead }: TurnOptions): boolean => {
    if (transfers === 0) return true;
    if (!pipelining.used || !pipelining.duringTransfers) return false;
    return !transfer || (transfers < MOST_TRANSFERS && mayGoAhead?.() === true);
  };

  const next = (): void => {
    if (sending) return;
    const short = waiting.find(({ options }) => options.transfer !== true);
    const isReady = short !== undefined && short.options.isReady?.() !== false;
    const first = isReady ? short : waiting.find(({ options }) => options.transfer === true);
    if (first === undefined || !mayBegin(first.options)) return;
    waiting.splice(waiting.indexOf(first), 1);
    sending = true;
    first.begin();
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
        sending = false;
      };
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
      };
      const begin = (): void => {
        signal?.removeEventListener('abort', cancelled);
        if (transfer) transfers += 1;
        const over = (): void => {
          if (transfer) transfers -= 1;
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
