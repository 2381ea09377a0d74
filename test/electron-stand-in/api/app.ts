import { endBrowser, runningBrowser } from '../browser/running-browser.ts';
import { launch } from '../launch.ts';
import { systemLanguages } from './languages.ts';
import { openWindows } from './open-windows.ts';
import { defaultPath } from './paths.ts';
import { preventable } from './preventable.ts';
import { takeSingleInstanceLock } from './single-instance.ts';
import { StrictEmitter } from './strict-emitter.ts';
import { strict } from './unavailable.ts';

class App extends StrictEmitter {
  readonly isPackaged = false;
  /** Only macOS has one, and there only Electron's own. */
  readonly dock = undefined;
  name = launch().app.name;
  readonly commandLine;
  readonly #switches = new Map(launch().commandLine.switches);
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #quitting = false;
  #lock: boolean | null = null;

  constructor() {
    super('app');
    this.commandLine = strict('app.commandLine', {
      appendSwitch: (name: string, value = '') => void this.#switches.set(name, value),
      hasSwitch: (name: string) => this.#switches.has(name),
      getSwitchValue: (name: string) => this.#switches.get(name) ?? '',
      removeSwitch: (name: string) => void this.#switches.delete(name),
    });
    openWindows.on('none-left', () => this.#whenNoWindowIsLeft());
    process.on('SIGTERM', () => this.quit());
    process.on('SIGINT', () => this.quit());
    process.on('SIGHUP', () => this.quit());
  }

  /** Starts the browser and, when the driver says so, makes the app ready; the stand-in's own, not Electron's. */
  async begin(): Promise<void> {
    // Playwright waits for the browser's DevTools before anything else happens.
    if (launch().commandLine.debuggingPort !== null) await this.browser();
    await launch().mayBeReady;
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  /** The browser behind the windows; the stand-in's own, not Electron's. */
  browser() {
    return runningBrowser(() => ({
      profile: `${this.getPath('sessionData')}/stand-in-browser`,
      headed: launch().headed,
      debuggingPort: launch().commandLine.debuggingPort,
      language: this.#switches.get('lang') ?? null,
    }));
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return launch().app.version;
  }

  getAppPath(): string {
    return launch().app.folder;
  }

  getPath(name: string): string {
    const set = this.#paths.get(name) ?? (name === 'sessionData' ? this.#paths.get('userData') : undefined);
    return set ?? defaultPath(name, this.name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getLocale(): string {
    return this.#switches.get('lang') || (systemLanguages(process.env)[0] ?? 'en-US');
  }

  getSystemLocale(): string {
    return systemLanguages(process.env)[0] ?? 'en-US';
  }

  getPreferredSystemLanguages(): string[] {
    return systemLanguages(process.env);
  }

  requestSingleInstanceLock(): boolean {
    this.#lock ??= takeSingleInstanceLock(this.getPath('userData'), ({ argv, workingDirectory }) =>
      this.emit('second-instance', {}, argv, workingDirectory, null),
    );
    return this.#lock;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock === true;
  }

  /** Only Electron's own executable can be registered with the system. */
  setAsDefaultProtocolClient(): boolean {
    return false;
  }

  /** Named for Windows' taskbar and macOS' About box, which the stand-in's window has not. */
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}

  focus(): void {
    openWindows.all()[0]?.focus();
  }

  quit(): void {
    if (this.#quitting) return;
    const event = preventable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    if (openWindows.all().length === 0) this.#finish();
    for (const window of openWindows.all()) window.close();
    // A window that said no ends the quitting, as in Electron.
    if (openWindows.all().length > 0) this.#quitting = false;
  }

  exit(code = 0): void {
    for (const window of openWindows.all()) window.destroy();
    void endBrowser().then(() => process.exit(code));
  }

  #whenNoWindowIsLeft(): void {
    if (this.#quitting) this.#finish();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  #finish(): void {
    const event = preventable();
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.#quitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    this.exit(0);
  }
}

export const app = new App();
