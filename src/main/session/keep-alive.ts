import type { UserFtp } from '../ftp/engine.ts';

/** Milliseconds of idleness after which the server is given a sign of life. */
export const KEEP_ALIVE_MS = 60_000;

/** Sends NOOP on a connection nobody uses, so that neither the server nor a NAT on the way forgets it. */
export interface KeepAlive {
  /** The connection is being used: idleness begins anew. */
  touch(): void;
  stop(): void;
}

/** @param isBusy a listing is under way: a NOOP now would only stand in the queue behind it */
export const createKeepAlive = (connection: UserFtp, isBusy: () => boolean): KeepAlive => {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const wait = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = stopped || connection.closed ? null : setTimeout(beat, KEEP_ALIVE_MS);
  };

  const beat = (): void => {
    if (isBusy()) {
      wait();
      return;
    }
    // A NOOP that fails ends the connection, and `gone` tells whoever cares; a server that refuses it is alive too.
    void connection.noop().then(wait, wait);
  };

  wait();
  return {
    touch: wait,
    stop: () => {
      stopped = true;
      wait();
    },
  };
};
