import { EventEmitter } from 'node:events';

/** What the app's end needs of a window. */
export interface OpenWindow {
  readonly id: number;
  focus(): void;
  /** Asks the window to close. */
  close(): void;
  /** Closes it whatever it says. */
  destroy(): void;
}

/** The windows that are open, oldest first; `none-left` is emitted when the last has closed. */
class OpenWindows extends EventEmitter {
  readonly #windows = new Map<number, OpenWindow>();
  #lastId = 0;

  nextId(): number {
    return ++this.#lastId;
  }

  add(window: OpenWindow): void {
    this.#windows.set(window.id, window);
  }

  remove(window: OpenWindow): void {
    if (this.#windows.delete(window.id) && this.#windows.size === 0) this.emit('none-left');
  }

  all(): OpenWindow[] {
    return [...this.#windows.values()];
  }
}

export const openWindows = new OpenWindows();
