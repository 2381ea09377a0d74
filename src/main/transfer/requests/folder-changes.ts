import type { SessionId } from '#shared/model/session.ts';
import type { ChangedFolder } from './transfer-queue.ts';

/** Milliseconds: a folder that a thousand files go into is not read a thousand times again. */
const INTERVAL = 1_000;

/** Tells of changed folders: at once, and while more changes come once in an interval, the last one always. */
export class FolderChanges {
  readonly #listeners = new Set<(folder: ChangedFolder) => void>();
  readonly #quiet = new Map<string, { again: boolean; readonly timer: NodeJS.Timeout }>();

  listen(listener: (folder: ChangedFolder) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(sessionId: SessionId | null, path: string): void {
    const key = `${sessionId ?? ''}\n${path}`;
    const quiet = this.#quiet.get(key);
    if (quiet) {
      quiet.again = true;
      return;
    }
    this.#quiet.set(key, { again: false, timer: setTimeout(() => this.#wakeUp(key, { sessionId, path }), INTERVAL) });
    for (const listener of this.#listeners) listener({ sessionId, path });
  }

  stop(): void {
    for (const { timer } of this.#quiet.values()) clearTimeout(timer);
    this.#quiet.clear();
    this.#listeners.clear();
  }

  #wakeUp(key: string, folder: ChangedFolder): void {
    const again = this.#quiet.get(key)?.again ?? false;
    this.#quiet.delete(key);
    if (again) this.changed(folder.sessionId, folder.path);
  }
}
