import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserWindowConstructorOptions } from 'electron';
import { openTarget, watchTarget } from '../browser/open-target.ts';
import { Page } from '../browser/page.ts';
import { launch } from '../launch.ts';
import type { FromPage } from '../page/messages.ts';
import { app } from './app.ts';
import { colours } from './native-theme.ts';
import { openWindows } from './open-windows.ts';
import { preventable } from './preventable.ts';
import { StrictEmitter } from './strict-emitter.ts';
import { NotInStandIn } from './unavailable.ts';
import { WebContents } from './web-contents.ts';
import {
  type Placement,
  place,
  placementOf,
  type Rectangle,
  UNSEEN_SCREEN,
  type WindowState,
} from './window-bounds.ts';

const STATE_EVENTS: Readonly<Record<WindowState, string>> = {
  normal: 'restore',
  minimized: 'minimize',
  maximized: 'maximize',
  fullscreen: 'enter-full-screen',
};

/** A window of the app; a page of the browser behind it. */
export class BrowserWindow extends StrictEmitter {
  readonly id = openWindows.nextId();
  readonly webContents: WebContents;
  readonly #options: BrowserWindowConstructorOptions;
  readonly #opened: Promise<Page>;
  #page: Page | null = null;
  #placement: Placement;
  #visible: boolean;
  #title: string;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow');
    const { webPreferences = {}, x = 0, y = 0, width = 800, height = 600 } = options;
    if (
      webPreferences.contextIsolation === false ||
      webPreferences.nodeIntegration ||
      webPreferences.sandbox === false
    ) {
      throw new NotInStandIn('a window that is not isolated and sandboxed');
    }
    this.#options = options;
    this.#visible = options.show !== false;
    this.#title = options.title ?? app.name;
    this.#placement = { bounds: { x, y, width, height }, state: 'normal' };
    this.#opened = this.#openUnlessClosed();
    this.webContents = new WebContents(this.id, this.#opened, () => this.close());
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
    openWindows.add(this);
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return openWindows.all().filter((window) => window instanceof BrowserWindow);
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  static fromWebContents(webContents: WebContents): BrowserWindow | null {
    return BrowserWindow.fromId(webContents.id);
  }

  /** The window of a DevTools target; the stand-in's own, not Electron's. */
  static fromTarget(targetId: string): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.#page?.targetId === targetId) ?? null;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  /** Closed while it was opening there is nobody left to be told, and a rejection would end the app. */
  #openUnlessClosed(): Promise<Page> {
    return this.#open().catch((error: unknown) => {
      if (!this.#destroyed) throw error;
      return new Promise<never>(() => {});
    });
  }

  async #open(): Promise<Page> {
    const { preload } = this.#options.webPreferences ?? {};
    const source = preload ? fs.readFileSync(preload, 'utf8') : null;
    const chromium = await app.browser();
    void chromium.exited.then(() => this.#gone());
    const { browser } = chromium.devtools;
    const { width, height } = this.#placement.bounds;
    const targetId = await openTarget(chromium, launch().headed, width, height);
    watchTarget(browser, targetId, () => this.#gone());
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(targetId, chromium.devtools.session(sessionId), (question, filePath) =>
      this.webContents.answer(question, filePath),
    );
    page.on('message', (message: FromPage) => {
      if (message.kind === 'resized') void this.#look(page);
    });
    this.#page = page;
    await page.prepare(source);
    await this.webContents.connect(page);
    await colours.follow(page);
    await place(page, this.#placement);
    return page;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.load(address);
  }

  loadFile(
    file: string,
    options: { hash?: string; search?: string; query?: Record<string, string> } = {},
  ): Promise<void> {
    const address = pathToFileURL(path.resolve(app.getAppPath(), file));
    if (options.search) address.search = options.search;
    for (const [name, value] of Object.entries(options.query ?? {})) address.searchParams.set(name, value);
    if (options.hash) address.hash = options.hash;
    return this.webContents.load(address.href);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
  }

  showInactive(): void {
    this.show();
  }

  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }

  focus(): void {
    this.webContents.focus();
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isFocused(): boolean {
    return this.#visible && !this.isMinimized();
  }

  isMinimized(): boolean {
    return this.#placement.state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#placement.state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.#placement.state === 'fullscreen';
  }

  minimize(): void {
    this.#moveTo({ ...this.#placement, state: 'minimized' });
  }

  maximize(): void {
    this.#moveTo({ ...this.#placement, state: 'maximized' });
  }

  unmaximize(): void {
    if (this.isMaximized()) this.restore();
  }

  restore(): void {
    this.#moveTo({ ...this.#placement, state: 'normal' });
  }

  setFullScreen(full: boolean): void {
    this.#moveTo({ ...this.#placement, state: full ? 'fullscreen' : 'normal' });
  }

  getNormalBounds(): Rectangle {
    return this.#placement.bounds;
  }

  getBounds(): Rectangle {
    return this.isMaximized() || this.isFullScreen() ? UNSEEN_SCREEN : this.#placement.bounds;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#moveTo({ bounds: { ...this.#placement.bounds, ...bounds }, state: 'normal' });
  }

  getSize(): [number, number] {
    const { width, height } = this.getBounds();
    return [width, height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getPosition(): [number, number] {
    const { x, y } = this.getBounds();
    return [x, y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  /** Of the frame and the taskbar, which belong to the browser here: taken, without effect. */
  setProgressBar(_progress: number, _options?: { readonly mode?: string }): void {}
  setBackgroundColor(_colour: string): void {}
  setMenuBarVisibility(_visible: boolean): void {}
  setAutoHideMenuBar(_hide: boolean): void {}
  setMinimumSize(_width: number, _height: number): void {}
  setMenu(_menu: unknown): void {}
  flashFrame(_flash: boolean): void {}

  close(): void {
    if (this.#destroyed) return;
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    void this.#closeTarget();
    this.#gone();
  }

  async #closeTarget(): Promise<void> {
    const { targetId, devtools } = await this.#opened;
    // The whole browser may be closing already; then the window goes with it.
    await devtools.send('Target.closeTarget', { targetId }).catch(() => {});
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.webContents.gone();
    this.emit('closed');
    openWindows.remove(this);
  }

  /** Takes note of what a person did to the window on the screen. */
  async #look(page: Page): Promise<void> {
    const seen = await placementOf(page).catch(() => null);
    if (!seen) return;
    const bounds = seen.state === 'normal' ? seen.bounds : this.#placement.bounds;
    this.#note({ bounds, state: seen.state });
  }

  #moveTo(placement: Placement): void {
    this.#note(placement);
    void this.#opened.then((page) => (this.#destroyed ? undefined : place(page, placement)));
  }

  #note(next: Placement): void {
    const before = this.#placement;
    this.#placement = next;
    if (before.state !== next.state) {
      if (before.state === 'maximized' && next.state === 'normal') this.emit('unmaximize');
      else if (before.state === 'fullscreen' && next.state === 'normal') this.emit('leave-full-screen');
      else this.emit(STATE_EVENTS[next.state]);
    }
    const sized = before.bounds.width !== next.bounds.width || before.bounds.height !== next.bounds.height;
    if (sized || before.state !== next.state) this.emit('resize');
    if (before.bounds.x !== next.bounds.x || before.bounds.y !== next.bounds.y) this.emit('move');
  }
}
