import { Worker } from 'node:worker_threads';
import type { FindIds } from './find-ids.ts';
import type { Where } from './row-store.ts';

/** What the thread is asked. */
export interface Search {
  readonly number: number;
  readonly statement: Where;
}

/** What it answers. */
export type FoundIds = { readonly number: number } & ({ readonly ids: Float64Array } | { readonly error: string });

/**
 * Finds rows in a thread of its own, so that the window is answered while a million rows are sorted. The thread is begun
 * with the first search and does not keep the program from ending.
 *
 * @param script the thread's, as it was built
 * @param file the store
 */
export const findIdsBeside = (script: string, file: string): FindIds => {
  let thread: Worker | null = null;
  let asked = 0;
  const waiting = new Map<number, PromiseWithResolvers<Float64Array>>();

  const ended = (error: Error): void => {
    thread = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const begin = (): Worker => {
    const worker = new Worker(script, { workerData: file });
    worker.on('message', (found: FoundIds) => {
      const wish = waiting.get(found.number);
      waiting.delete(found.number);
      if ('ids' in found) wish?.resolve(found.ids);
      else wish?.reject(new Error(found.error));
      if (waiting.size === 0) worker.unref();
    });
    worker.on('error', ended);
    worker.on('exit', () => ended(new Error('the thread that finds transfers has ended')));
    return worker;
  };

  return (statement: Where) => {
    thread ??= begin();
    thread.ref();
    const number = ++asked;
    const wish = Promise.withResolvers<Float64Array>();
    waiting.set(number, wish);
    thread.postMessage({ number, statement } satisfies Search);
    return wish.promise;
  };
};
