import { CHANNEL } from '#shared/contract/channels.ts';
import { failed } from '#shared/result.ts';
import type { EventHub } from '../ipc/emit.ts';
import type { Routes } from '../ipc/routes.ts';
import { badInput, serveRequest } from '../ipc/serve.ts';
import { createStreamDesk, type StreamDesk } from '../ipc/stream.ts';
import type { WindowPort } from '../ipc/window-port.ts';
import { isOurPage, type PageLocation } from './page-location.ts';

/** Of Electron's WebContents what is needed here. */
export interface WindowContents {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, message: unknown): void;
  on(event: 'render-process-gone', listener: () => void): unknown;
  once(event: 'destroyed', listener: () => void): unknown;
}

/** Who sent a message; `senderFrame` is null when the frame has navigated away or gone since. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  /** `parent` is null for the page itself, and not for a frame in it. */
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** Of Electron's ipcMain what is needed here. */
export interface MessageSource {
  handle(channel: string, handler: (event: SenderEvent, ...args: unknown[]) => unknown): void;
  on(channel: string, listener: (event: SenderEvent, message: unknown) => void): unknown;
}

/** The only place where messages from a window come in. */
export interface IpcConnection {
  /** Serves this window until it is closed. */
  add(contents: WindowContents): void;
}

interface Served {
  readonly port: WindowPort;
  readonly streams: StreamDesk;
}

/** Ties Electron's messages to the routes and the hub; nobody but our own windows' own page is heard. */
export const connectIpc = (
  source: MessageSource,
  routes: Routes,
  hub: EventHub,
  location: PageLocation,
): IpcConnection => {
  const served = new Map<number, Served>();

  const senderOf = (event: SenderEvent): Served | undefined => {
    const { sender, senderFrame } = event;
    if (!senderFrame || senderFrame.parent !== null || !isOurPage(location, senderFrame.url)) return undefined;
    return served.get(sender.id);
  };

  source.handle(CHANNEL.request, (event, channel, input) =>
    senderOf(event) ? serveRequest(routes, channel, input) : failed(badInput('the sender is not a window of ours')),
  );
  source.on(CHANNEL.streamUp, (event, message) => senderOf(event)?.streams.receive(message));
  source.on(CHANNEL.eventAck, (event, message) => {
    const window = senderOf(event);
    if (window) hub.acknowledge(window.port.id, message);
  });
  source.on(CHANNEL.pageBegan, (event) => {
    const window = senderOf(event);
    if (!window) return;
    window.streams.cancelAll();
    hub.begin(window.port);
  });

  return {
    add: (contents) => {
      const { id } = contents;
      const send = (channel: string, message: unknown): void => {
        if (!contents.isDestroyed()) contents.send(channel, message);
      };
      const port: WindowPort = {
        id,
        sendEvent: (envelope) => send(CHANNEL.event, envelope),
        sendStream: (message) => send(CHANNEL.streamDown, message),
      };
      const streams = createStreamDesk(routes, port);
      served.set(id, { port, streams });
      const forget = (): void => {
        hub.end(id);
        streams.cancelAll();
      };
      contents.on('render-process-gone', forget);
      contents.once('destroyed', () => {
        forget();
        served.delete(id);
      });
    },
  };
};
