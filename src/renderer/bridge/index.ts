import type { PreloadApi } from '#shared/contract/messages.ts';
import { afterPaint } from './after-paint.ts';
import { type Bridge, createBridge } from './bridge.ts';

declare global {
  interface Window {
    readonly longshore: PreloadApi;
  }
}

let made: Bridge | null = null;

/** Made at the first use, so that modules that only mention the bridge can be loaded without a window. */
const bridge = (): Bridge => {
  made ??= createBridge(window.longshore, afterPaint);
  return made;
};

/** See `Bridge`. */
export const call: Bridge['call'] = (spec, input) => bridge().call(spec, input);
/** See `Bridge`. */
export const on: Bridge['on'] = (spec, listener) => bridge().on(spec, listener);
/** See `Bridge`. */
export const openStream: Bridge['openStream'] = (spec, input, listeners) => bridge().openStream(spec, input, listeners);
/** See `Bridge`. */
export const pathForFile: Bridge['pathForFile'] = (file) => bridge().pathForFile(file);
