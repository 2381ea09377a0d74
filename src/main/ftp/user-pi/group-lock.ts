import { FaultError } from '#shared/fault.ts';

/**
 * Lets one command group after another have the control connection, in the order they asked. Groups such as
 * RNFR and RNTO (RFC 959 5.4) must not be mixed with other commands.
 */
export interface GroupLock {
  /**
   * Runs `group` when all earlier ones are over, however they ended.
   * Faults: `cancelled` where the signal fired before its turn; else whatever the group throws.
   */
  run<T>(group: () => Promise<T>, signal?: AbortSignal | null): Promise<T>;
}

export const createGroupLock = (): GroupLock => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<T>(group: () => Promise<T>, signal: AbortSignal | null = null) {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const cancelled = (): void => reject(new FaultError({ kind: 'cancelled', stage: 'preparing' }));
      signal?.addEventListener('abort', cancelled, { once: true });
      // Whoever waits in line cares only that the turn is over; its fault goes to the one who asked for it.
      last = last.then(async () => {
        signal?.removeEventListener('abort', cancelled);
        if (signal?.aborted === true) return cancelled();
        await group().then(resolve, reject);
      });
      return promise;
    },
  };
};
