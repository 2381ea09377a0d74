import { type FSWatcher, watch as watchFile } from 'node:fs';
import { isPartName } from './part-name.ts';

export interface WatchPauses {
  /** Milliseconds from a change to the telling of it: a program that writes a hundred files is told of once. */
  readonly settling: number;
  /** Milliseconds between two tellings, however much goes on in the folder. */
  readonly interval: number;
}

const PAUSES: WatchPauses = { settling: 500, interval: 2_000 };

/** Watches one folder at a time: the one that is being looked at. */
export interface FolderWatch {
  /** Watches this folder from now on in place of the one before. @param path absolute */
  show(path: string): void;
  close(): void;
}

/**
 * Tells of what other programs do in a folder. Where the system cannot watch (some network disks, no watches left) it
 * stays silent: the folder is read again anyway when the window comes back to the front.
 * @param onChanged told of the folder, after a pause that joins many changes into one
 */
export const createFolderWatch = (
  onChanged: (path: string) => void,
  { settling, interval }: WatchPauses = PAUSES,
): FolderWatch => {
  let shown: { readonly path: string; readonly watcher: FSWatcher } | null = null;
  let due: NodeJS.Timeout | null = null;
  let told = Number.NEGATIVE_INFINITY;

  const stop = (): void => {
    shown?.watcher.close();
    shown = null;
    if (due) clearTimeout(due);
    due = null;
  };

  const changed = (path: string): void => {
    due ??= setTimeout(
      () => {
        due = null;
        told = performance.now();
        onChanged(path);
      },
      Math.max(settling, told + interval - performance.now()),
    );
  };

  const show = (path: string): void => {
    if (shown?.path === path) return;
    stop();
    try {
      const watcher = watchFile(path, { persistent: false }, (kind, name) => {
        // A download under way grows its part file all the time, and its end is told by the transfer itself.
        if (kind === 'change' && name !== null && isPartName(name)) return;
        changed(path);
      });
      shown = { path, watcher };
      watcher.on('error', () => {
        // Gone, or taken away with its disk; the next listing of it says so in words.
        if (shown?.watcher === watcher) stop();
      });
    } catch {
      // Not watchable: see above.
    }
  };

  return { show, close: stop };
};
