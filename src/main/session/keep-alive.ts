import type { UserFtp } from '../ftp/engine.ts';

/** Milliseconds of idleness after which the server is given a sign of life. */
export const KEEP_ALIVE_MS = 60_000;

/**
 * Sends NOOP and PWD in turn on a connection nobody uses, so that neither the server nor a NAT on the way forgets it. In
 * turn, as some servers take a client that says nothing but NOOP for idle; and never a listing, which costs the server work.
 */
export interface KeepAlive {
  /** The connection is being used: idleness begins anew. */
  touch(): void;
  stop(): void;
}

/** @param isBusy a listing is under way: a NOOP now would only stand in the queue behind it */
export const createKeepAlive = (connection: UserFtp, isBusy: () => boolean): KeepAlive => {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let beats = 0;

  const wait = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = stopped || connection.closed ? null : setTimeout(beat, KEEP_ALIVE_MS);
  };

  const beat = (): void => {
    if (isBusy()) {
      wait();
      return;
    }
    beats += 1;
    const sign: Promise<unknown> = beats % 2 === 1 ? connection.noop() : connection.workingDirectory();
    // One that fails ends the connection, and `gone` tells whoever cares; a server that refuses it is alive too.
    void sign.then(wait, wait);
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
