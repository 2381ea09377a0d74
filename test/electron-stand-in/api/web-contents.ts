import type { Page } from '../browser/page.ts';
import { makeCodec } from '../page/codec.ts';
import type { FromPage, Question } from '../page/messages.ts';
import { ipcMain } from './ipc-main.ts';
import { preventable } from './preventable.ts';
import { addressForApp, addressForPage } from './protocol.ts';
import { answerRequests } from './requests.ts';
import { session } from './session.ts';
import { StrictEmitter } from './strict-emitter.ts';
import { NotInStandIn } from './unavailable.ts';
import { MainFrame } from './web-frame.ts';

const codec = makeCodec();

type WindowOpenHandler = (details: { url: string; frameName: string }) => { action: 'deny' | 'allow' };

interface FrameNavigated {
  readonly frame: { readonly parentId?: string; readonly url: string };
}
interface WindowOpened {
  readonly url: string;
  readonly windowName: string;
}
interface ConsoleCalled {
  readonly type: string;
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
}

/** The page of a window, as the app's main process sees it. */
export class WebContents extends StrictEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  readonly mainFrame = new MainFrame();
  readonly #opened: Promise<Page>;
  readonly #close: () => void;
  #page: Page | null = null;
  #destroyed = false;
  #loading = false;
  /** Addresses that main itself asked for; the page needs no leave to go there. */
  readonly #expected = new Set<string>();
  #windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });

  constructor(id: number, opened: Promise<Page>, close: () => void) {
    super('webContents');
    this.id = id;
    this.#opened = opened;
    this.#close = close;
  }

  /** Wires a page up before anything is loaded into it; the stand-in's own, not Electron's. */
  async connect(page: Page): Promise<void> {
    this.#page = page;
    const { devtools } = page;
    page.on('message', (message: FromPage, context: number) => this.#onMessage(page, message, context));
    devtools.on('Page.frameNavigated', ({ frame }: FrameNavigated) => {
      if (frame.parentId) return;
      this.mainFrame.url = addressForApp(frame.url);
      this.emit('did-navigate', {}, this.mainFrame.url, 200, '');
    });
    devtools.on('Page.windowOpen', (opened: WindowOpened) => this.#askAboutNewWindow(opened));
    devtools.on('Page.frameStartedLoading', () => this.#setLoading(true));
    devtools.on('Page.domContentEventFired', () => this.emit('dom-ready'));
    devtools.on('Page.loadEventFired', () => {
      this.#setLoading(false);
      this.emit('did-finish-load');
    });
    devtools.on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    );
    devtools.on('Runtime.consoleAPICalled', ({ type, args }: ConsoleCalled) => {
      const message = args.map(({ value, description }) => description ?? String(value)).join(' ');
      this.emit('console-message', { level: type, message }, type, message, 0, '');
    });
    await answerRequests(devtools, page.targetId, (address) => this.#mayNavigate(address));
  }

  /** The stand-in's own, not Electron's. */
  gone(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }

  /** Answers a question that the page waits for; the stand-in's own, not Electron's. */
  async answer(question: Question, path: () => Promise<string>): Promise<string> {
    if (question.kind === 'path') return codec.encode(await path());
    const event = { ...this.#ipcEvent(), returnValue: undefined as unknown };
    ipcMain.emit(question.channel, event, ...(codec.decode(question.payload) as unknown[]));
    return codec.encode(event.returnValue);
  }

  async load(address: string): Promise<void> {
    const page = await this.#opened;
    const url = addressForPage(address);
    this.#expected.add(url);
    const finished = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const { errorText } = await page.devtools.send('Page.navigate', { url });
    if (errorText) throw new Error(`${errorText} (${address}) loading '${address}'`);
    await finished;
  }

  loadURL(address: string): Promise<void> {
    return this.load(address);
  }

  send(channel: string, ...args: readonly unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    void this.#page?.event(channel, codec.encode(args));
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { devtools } = await this.#opened;
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  reload(): void {
    void this.#opened.then(({ devtools }) => devtools.send('Page.reload'));
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getType(): string {
    return 'window';
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isLoading(): boolean {
    return this.#loading;
  }

  isCrashed(): boolean {
    return false;
  }

  focus(): void {
    void this.#opened.then(({ devtools }) => devtools.send('Page.bringToFront'));
  }

  close(): void {
    this.#close();
  }

  #askAboutNewWindow({ url, windowName }: WindowOpened): void {
    const { action } = this.#windowOpenHandler({ url: addressForApp(url), frameName: windowName });
    if (action === 'allow') console.error(new NotInStandIn(`a window opened by the page (${url})`).message);
  }

  #setLoading(loading: boolean): void {
    this.#loading = loading;
    this.emit(loading ? 'did-start-loading' : 'did-stop-loading');
  }

  /** A reload and what main asked for pass; anything else is the page's own wish, and the app may refuse it. */
  #mayNavigate(address: string): boolean {
    if (this.#expected.delete(addressForPage(address)) || address === this.mainFrame.url.split('#')[0]) return true;
    const event = preventable({ url: address, isMainFrame: true, isSameDocument: false });
    this.emit('will-navigate', event, address);
    return !event.defaultPrevented;
  }

  #ipcEvent() {
    return {
      type: 'frame',
      sender: this,
      senderFrame: this.mainFrame,
      frameId: 1,
      processId: 1,
      reply: (channel: string, ...args: readonly unknown[]) => this.send(channel, ...args),
    };
  }

  #onMessage(page: Page, message: FromPage, context: number): void {
    if (message.kind === 'send') {
      const args = codec.decode(message.payload) as unknown[];
      this.emit('ipc-message', this.#ipcEvent(), message.channel, ...args);
      ipcMain.emit(message.channel, this.#ipcEvent(), ...args);
    } else if (message.kind === 'open') {
      this.#askAboutNewWindow(message);
    } else if (message.kind === 'invoke') {
      void this.#onInvoke(page, message.id, message.channel, message.payload, context);
    }
  }

  async #onInvoke(page: Page, id: number, channel: string, payload: string, context: number): Promise<void> {
    try {
      const value = await ipcMain.answer(channel, this.#ipcEvent(), codec.decode(payload) as unknown[]);
      await page.reply(context, id, true, codec.encode(value));
    } catch (error) {
      await page.reply(context, id, false, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
  }
}
