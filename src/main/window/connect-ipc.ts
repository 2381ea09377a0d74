import type { BrowserWindow, IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { CHANNEL } from '#shared/contract/channels.ts';
import { failed } from '#shared/result.ts';
import type { EventHub } from '../ipc/emit.ts';
import type { Routes } from '../ipc/routes.ts';
import { badInput, serveRequest } from '../ipc/serve.ts';
import { createStreamDesk, type StreamDesk } from '../ipc/stream.ts';
import type { WindowPort } from '../ipc/window-port.ts';
import { isOurPage, type PageLocation } from './page-location.ts';

/** The only place where messages from a window come in. */
export interface IpcConnection {
  /** Serves this window until it is closed. */
  add(window: BrowserWindow): void;
}

interface Served {
  readonly port: WindowPort;
  readonly streams: StreamDesk;
}

/** Ties Electron's messages to the routes and the hub; nobody but our own windows' own page is heard. */
export const connectIpc = (ipcMain: IpcMain, routes: Routes, hub: EventHub, location: PageLocation): IpcConnection => {
  const served = new Map<number, Served>();

  const senderOf = (event: IpcMainEvent | IpcMainInvokeEvent): Served | undefined => {
    const { sender, senderFrame } = event;
    // Null when the frame has navigated away or gone since it sent.
    if (!senderFrame || senderFrame !== sender.mainFrame || !isOurPage(location, senderFrame.url)) return undefined;
    return served.get(sender.id);
  };

  ipcMain.handle(CHANNEL.request, (event, channel: unknown, input: unknown) =>
    senderOf(event) ? serveRequest(routes, channel, input) : failed(badInput('the sender is not a window of ours')),
  );
  ipcMain.on(CHANNEL.streamUp, (event, message: unknown) => senderOf(event)?.streams.receive(message));
  ipcMain.on(CHANNEL.eventAck, (event, message: unknown) => {
    const window = senderOf(event);
    if (window) hub.acknowledge(window.port.id, message);
  });
  ipcMain.on(CHANNEL.pageBegan, (event) => {
    const window = senderOf(event);
    if (!window) return;
    window.streams.cancelAll();
    hub.begin(window.port);
  });

  return {
    add: ({ webContents }) => {
      const { id } = webContents;
      const send = (channel: string, message: unknown): void => {
        if (!webContents.isDestroyed()) webContents.send(channel, message);
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
      webContents.on('render-process-gone', forget);
      webContents.once('destroyed', () => {
        forget();
        served.delete(id);
      });
    },
  };
};
