import { FaultError } from '#shared/fault.ts';

/** Faults: `cancelled`, where the signal has fired. */
export const refuseCancelled = (signal: AbortSignal | null): void => {
  if (signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
};

/** Whoever cancels does not wait for replies of a slow server: they find their commands on the dialogue's queue. */
export const orCancelled = <T>(work: Promise<T>, signal: AbortSignal | null): Promise<T> => {
  if (signal === null) return work;
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new FaultError({ kind: 'cancelled', stage: 'preparing' }));
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
};
