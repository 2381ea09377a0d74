/** What the page's side and main's side of the stand-in say to each other, as JSON through a DevTools binding. */

/** Page -> main. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'send'; readonly channel: string; readonly payload: string }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly payload: string }
  /** A script of the page called window.open. */
  | { readonly kind: 'open'; readonly url: string; readonly windowName: string }
  /** The page's size changed, or the system's colours did. */
  | { readonly kind: 'resized' }
  | { readonly kind: 'dark'; readonly dark: boolean };

/** What a page that stands still in the debugger wants to be told before it goes on. */
export type Question =
  | { readonly kind: 'path' }
  | { readonly kind: 'send-sync'; readonly channel: string; readonly payload: string };

/** Fixed for one page. The three names are random, so that nothing in the page meets them by chance. */
export interface PageConfig {
  /** The binding that the page calls with a FromPage as JSON. */
  readonly toMain: string;
  /** Called by main with the outcome of an invoke: id, whether it went well, the value or the error's words. */
  readonly reply: string;
  /** Called by main with a message of `webContents.send`: channel, arguments. */
  readonly event: string;
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
}

/** A preload script as CommonJS sees it. */
export type PreloadScript = (
  require: (name: string) => unknown,
  process: unknown,
  module: { exports: unknown },
  exports: unknown,
) => void;
