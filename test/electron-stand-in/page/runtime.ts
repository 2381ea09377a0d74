import type { Codec } from './codec.ts';
import type { FromPage, PageConfig, PreloadScript, Question } from './messages.ts';

/**
 * What a page has before its first script: `electron` as a sandboxed preload sees it, and the preload run with it.
 * The function stands alone, because its own source text is what is put into the page.
 *
 * The preload runs in the page's own world: Electron keeps the two apart, the stand-in cannot. What contextBridge
 * exposes is copied and frozen, so that at least nobody changes it afterwards.
 */
export const runPreload = (codec: Codec, config: PageConfig, preload: PreloadScript | null): void => {
  if (window !== window.top) return;
  type Listener = (event: unknown, ...args: unknown[]) => void;
  interface Invocation {
    readonly channel: string;
    readonly resolve: (value: unknown) => void;
    readonly reject: (error: Error) => void;
  }

  const binding = Reflect.get(window, config.toMain) as (json: string) => void;
  Reflect.deleteProperty(window, config.toMain);
  const post = (message: FromPage): void => binding(JSON.stringify(message));

  /**
   * Asks main and waits. There is no synchronous way out of a page but one: it stops in the debugger, main reads
   * `question` and `file` from the standing frame, sets `answer`, and lets it go on.
   */
  const ask = (question: Question, file: unknown): string => {
    let answer: string | undefined;
    {
      const standInQuestion = JSON.stringify(question);
      // biome-ignore lint/suspicious/noDebugger: this stop is how main is asked; see above.
      debugger;
      void standInQuestion;
      void file;
    }
    if (answer === undefined) throw new Error('electron stand-in: main did not answer');
    return answer;
  };

  const invocations = new Map<number, Invocation>();
  const listeners = new Map<string, { listener: Listener; called: Listener }[]>();
  let lastId = 0;

  const listen = (channel: string, listener: Listener, called: Listener): void => {
    const known = listeners.get(channel);
    if (known) known.push({ listener, called });
    else listeners.set(channel, [{ listener, called }]);
  };
  const unlisten = (channel: string, listener: Listener): void => {
    const known = listeners.get(channel) ?? [];
    const at = known.findIndex((entry) => entry.listener === listener);
    if (at !== -1) known.splice(at, 1);
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        const payload = codec.encode(args);
        invocations.set(id, { channel, resolve, reject });
        post({ kind: 'invoke', id, channel, payload });
      }),
    send: (channel: string, ...args: unknown[]): void => post({ kind: 'send', channel, payload: codec.encode(args) }),
    sendSync: (channel: string, ...args: unknown[]): unknown =>
      codec.decode(ask({ kind: 'send-sync', channel, payload: codec.encode(args) }, null)),
    on: (channel: string, listener: Listener) => {
      listen(channel, listener, listener);
      return ipcRenderer;
    },
    once: (channel: string, listener: Listener) => {
      listen(channel, listener, (...args) => {
        unlisten(channel, listener);
        listener(...args);
      });
      return ipcRenderer;
    },
    off: (channel: string, listener: Listener) => {
      unlisten(channel, listener);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
    addListener: (channel: string, listener: Listener) => ipcRenderer.on(channel, listener),
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };

  const paths = new WeakMap<File, string>();
  const webUtils = {
    getPathForFile: (file: unknown): string => {
      if (!(file instanceof File)) throw new TypeError('getPathForFile: not a File');
      const known = paths.get(file);
      if (known !== undefined) return known;
      const path = codec.decode(ask({ kind: 'path' }, file)) as string;
      paths.set(file, path);
      return path;
    },
  };

  /** Copies what crosses the bridge, as Electron does; functions are wrapped so that their values cross it too. */
  const across = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => across(value(...args.map(across)));
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise) return value.then(across);
    if (value instanceof Blob || value instanceof Node) return value;
    if (Array.isArray(value)) return value.map(across);
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    // Electron copies natively: what is made only to copy by would be felt where much is read often.
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) copy[key] = across(Reflect.get(value, key));
    return copy;
  };
  const frozen = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    for (const held of Object.values(value)) frozen(held);
    return Object.freeze(value);
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => {
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, key, { value: frozen(across(api)), enumerable: true });
    },
  };

  const callable = (name: string, value: (...args: never[]) => void): void => {
    Object.defineProperty(window, name, { value });
  };
  callable(config.reply, (id: number, wentWell: boolean, payload: string) => {
    const invocation = invocations.get(id);
    invocations.delete(id);
    if (wentWell) invocation?.resolve(codec.decode(payload));
    else invocation?.reject(new Error(`Error invoking remote method '${invocation.channel}': ${payload}`));
  });
  callable(config.event, (channel: string, payload: string) => {
    const args = codec.decode(payload) as unknown[];
    for (const { called } of [...(listeners.get(channel) ?? [])]) {
      try {
        called({ sender: ipcRenderer, ports: [] }, ...args);
      } catch (error) {
        // An uncaught error of the page, as in Electron, and not the failure of a call that came from outside.
        reportError(error);
      }
    }
  });

  // No page is opened here, and one that is closed while it opens can hold up the page that opened it.
  window.open = (url = '', windowName = '') => {
    post({ kind: 'open', url: new URL(url || 'about:blank', document.baseURI).href, windowName });
    return null;
  };
  addEventListener('resize', () => post({ kind: 'resized' }));
  const colours = matchMedia('(prefers-color-scheme: dark)');
  colours.addEventListener('change', () => post({ kind: 'dark', dark: colours.matches }));

  const sandboxedRequire = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer, webUtils };
    throw new Error(`module not found: ${name} (the stand-in's sandboxed preload may require electron only)`);
  };
  const { platform, arch, versions } = config;
  const preloadProcess = { platform, arch, versions, type: 'renderer', sandboxed: true, contextIsolated: true };
  const module = { exports: {} };
  preload?.(sandboxedRequire, Object.freeze(preloadProcess), module, module.exports);
  post({ kind: 'dark', dark: colours.matches });
  post({ kind: 'ready' });
};
