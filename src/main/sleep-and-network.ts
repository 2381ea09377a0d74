import type { TransferSummary } from '#shared/model/transfer.ts';
import type { UserFtp } from './ftp/engine.ts';
import type { Power } from './power.ts';
import type { NetworkChange } from './session/network-watch.ts';

/** Milliseconds after which a machine that said it would sleep is taken to be awake all the same. */
export const STILL_AWAKE_AFTER = 30_000;
/** Milliseconds in which what the system tells and what the clock shows are the same sleep. */
export const SAME_SLEEP = 15_000;

interface Parts {
  readonly power: Power;
  readonly sessions: {
    dropConnections(isDead: (connection: UserFtp) => boolean): void;
    renew(): void;
  };
  readonly queue: {
    interrupt(): void;
    goOn(): void;
    onChanged(listener: (summary: TransferSummary) => void): () => void;
  };
  /** Calls the listener when something happened to the network; answers how to stop that. */
  readonly watch: (onChange: (change: NetworkChange) => void) => () => void;
}

/**
 * Transfers and connections over sleep and a change of network. Before sleep, transfers stop where they are and nothing is
 * begun; afterwards every connection is made anew, instead of waiting for an answer that cannot come, and they go on. While
 * they run, the machine does not sleep by itself.
 * @returns how to stop it
 */
export const outliveSleep = ({ power, sessions, queue, watch }: Parts): (() => void) => {
  let wokeMs = Number.NEGATIVE_INFINITY;
  let patience: NodeJS.Timeout | null = null;
  let letSleep: (() => void) | null = null;

  const awake = (): void => {
    if (patience !== null) clearTimeout(patience);
    patience = null;
    queue.goOn();
  };
  const woke = (): void => {
    if (Date.now() - wokeMs < SAME_SLEEP) return;
    wokeMs = Date.now();
    sessions.dropConnections(() => true);
    awake();
  };

  power.onSuspend(() => {
    queue.interrupt();
    patience ??= setTimeout(awake, STILL_AWAKE_AFTER);
  });
  power.onResume(woke);
  const stopWatching = watch(({ slept, gone, came }) => {
    if (slept) return woke();
    if (gone.size > 0) sessions.dropConnections(({ localAddress }) => gone.has(localAddress));
    if (came) sessions.renew();
    queue.goOn();
  });
  const stopListening = queue.onChanged(({ counts }) => {
    if (counts.active > 0) letSleep ??= power.keepAwake();
    else {
      letSleep?.();
      letSleep = null;
    }
  });
  return () => {
    if (patience !== null) clearTimeout(patience);
    stopWatching();
    stopListening();
    letSleep?.();
  };
};
