import { StrictEmitter } from './strict-emitter.ts';
import { NotInStandIn } from './unavailable.ts';
import { UNSEEN_SCREEN } from './window-bounds.ts';

class Screen extends StrictEmitter {
  constructor() {
    super('screen');
  }

  getPrimaryDisplay() {
    const { width, height } = UNSEEN_SCREEN;
    const size = { width, height };
    return { id: 1, bounds: UNSEEN_SCREEN, workArea: UNSEEN_SCREEN, size, workAreaSize: size, scaleFactor: 1 };
  }

  getAllDisplays() {
    return [this.getPrimaryDisplay()];
  }

  getDisplayMatching(_rectangle: unknown) {
    return this.getPrimaryDisplay();
  }

  getDisplayNearestPoint(_point: unknown) {
    return this.getPrimaryDisplay();
  }
}

class PowerMonitor extends StrictEmitter {
  constructor() {
    super('powerMonitor');
  }
}

/** Keeps nothing awake; knows what was asked for and not taken back. */
class PowerSaveBlocker extends StrictEmitter {
  readonly #started = new Set<number>();
  #lastId = 0;

  constructor() {
    super('powerSaveBlocker');
  }

  start(type: string): number {
    if (type !== 'prevent-app-suspension') throw new NotInStandIn(`powerSaveBlocker.start('${type}')`);
    this.#lastId += 1;
    this.#started.add(this.#lastId);
    return this.#lastId;
  }

  stop(id: number): boolean {
    return this.#started.delete(id);
  }

  isStarted(id: number): boolean {
    return this.#started.has(id);
  }
}

class Notification extends StrictEmitter {
  readonly title: string;
  readonly body: string;

  constructor(options: { readonly title?: string; readonly body?: string } = {}) {
    super('Notification');
    const { title = '', body = '', ...more } = options;
    const [unknown] = Object.keys(more);
    if (unknown !== undefined) throw new NotInStandIn(`a notification's ${unknown}`);
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return true;
  }

  /** Nobody sees it. A test that wants to know puts its own in place of this one. */
  show(): void {}
}

/** One screen of 1280 x 800, whatever the machine has. */
export const screen = new Screen();
/** Silent, unless a test emits `suspend` or `resume` on it. */
export const powerMonitor = new PowerMonitor();
export const powerSaveBlocker = new PowerSaveBlocker();
export { Notification };
