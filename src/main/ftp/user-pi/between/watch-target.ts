import type { Fault } from '#shared/fault.ts';
import type { CopyOptions } from '../../engine.ts';
import type { Party } from './copy-way.ts';

/** Milliseconds between an answer and the next question. */
const INTERVAL = 1_000;

/**
 * Asks over another connection how long the file on the target is by now: once a second, never twice at a time. Where it
 * stops growing for as long as a data connection may be idle, `stalled` is told; a server that gives no size, or an end
 * of the other connection, ends only the looking.
 */
export const watchTarget = (
  { interpreter, path }: Party,
  { watcher, counter, offset }: CopyOptions,
  stalled: (fault: Fault) => void,
): { readonly stop: () => void } => {
  const idleMs = interpreter.options.timeouts.data;
  let grewAt = performance.now();
  let timer: NodeJS.Timeout | null = null;
  let stopped = watcher === null;

  const look = async (): Promise<void> => {
    const size = (await watcher?.size(path)) ?? null;
    if (stopped || size === null) return;
    if (size - offset > counter.bytes) {
      counter.bytes = size - offset;
      grewAt = performance.now();
    } else if (performance.now() - grewAt > idleMs) {
      const detail = `the file on the target has not grown in ${idleMs / 1_000} s`;
      return stalled({ kind: 'data-connection', stage: 'after-preliminary-reply', cause: 'timeout', detail });
    }
    later();
  };
  const later = (): void => {
    // A fault of the other connection is for those who use it: here it says only that nothing more is known.
    timer = setTimeout(() => look().catch(() => {}), INTERVAL);
  };
  if (!stopped) later();
  return {
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
