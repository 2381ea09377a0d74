import type { Fault } from '../fault.ts';

/** What travels on the channels of `channels.ts`. */

/** Main -> window. `sequence` is acknowledged for `latest` and `batch`; `dropped` counts what a slow window missed. */
export interface EventEnvelope {
  readonly channel: string;
  readonly sequence: number;
  readonly payloads: readonly unknown[];
  readonly dropped: number;
}

/** Window -> main: everything of this channel up to `sequence` is dealt with. */
export interface EventAck {
  readonly channel: string;
  readonly sequence: number;
}

/** Window -> main, for one stream; `id` is the window's own count. */
export type StreamUp =
  | {
      readonly kind: 'open';
      readonly id: number;
      readonly channel: string;
      readonly input: unknown;
      readonly credits: number;
    }
  | { readonly kind: 'credit'; readonly id: number; readonly credits: number }
  | { readonly kind: 'cancel'; readonly id: number };

/** Main -> window, for one stream; after `end` or `fault` nothing more comes. */
export type StreamDown =
  | { readonly kind: 'chunk'; readonly id: number; readonly chunk: unknown }
  | { readonly kind: 'end'; readonly id: number; readonly end: unknown }
  | { readonly kind: 'fault'; readonly id: number; readonly fault: Fault };

/** The one object the preload puts into the page, as `window.longshore`. */
export interface PreloadApi {
  readonly request: (channel: string, input: unknown) => Promise<unknown>;
  readonly onEvent: (listener: (envelope: EventEnvelope) => void) => void;
  readonly acknowledge: (ack: EventAck) => void;
  readonly stream: (message: StreamUp) => void;
  readonly onStream: (listener: (message: StreamDown) => void) => void;
  /** The path of a file dropped from the desktop; empty where it has none. */
  readonly pathForFile: (file: unknown) => string;
}
