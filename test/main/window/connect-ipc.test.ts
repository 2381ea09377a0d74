import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { CHANNEL } from '#shared/contract/channels.ts';
import { answers, event, request, stream } from '#shared/contract/define.ts';
import { createEventHub } from '../../../src/main/ipc/emit.ts';
import { collectRoutes, routesOf } from '../../../src/main/ipc/routes.ts';
import {
  connectIpc,
  type MessageSource,
  type SenderEvent,
  type WindowContents,
} from '../../../src/main/window/connect-ipc.ts';
import { pageLocation } from '../../../src/main/window/page-location.ts';

const LOCATION = pageLocation('/app/index.html', undefined);

const contract = {
  answer: request('test/answer', z.strictObject({}), answers<number>()),
  count: stream('test/count', z.strictObject({}), answers<number>(), answers<null>()),
};
const tick = event('test/tick', 'every', answers<number>());

/** Electron's ipcMain without Electron: what is registered can be called as if a window had sent it. */
const fakeIpcMain = () => {
  const handlers = new Map<string, Parameters<MessageSource['handle']>[1]>();
  const listeners = new Map<string, Parameters<MessageSource['on']>[1]>();
  const source: MessageSource = {
    handle: (channel, handler) => void handlers.set(channel, handler),
    on: (channel, listener) => listeners.set(channel, listener),
  };
  return {
    source,
    invoke: (sender: SenderEvent, channel: unknown, input: unknown) =>
      handlers.get(CHANNEL.request)?.(sender, channel, input),
    send: (sender: SenderEvent, channel: string, message?: unknown) => listeners.get(channel)?.(sender, message),
  };
};

class FakeContents extends EventEmitter implements WindowContents {
  readonly id: number;
  readonly mainFrame = { url: LOCATION.url, parent: null };
  readonly sent: [string, unknown][] = [];
  destroyed = false;
  constructor(id: number) {
    super();
    this.id = id;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  send(channel: string, message: unknown): void {
    this.sent.push([channel, message]);
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('destroyed');
  }
  get asSender(): SenderEvent {
    return { sender: this, senderFrame: this.mainFrame };
  }
}

const connected = () => {
  const ipcMain = fakeIpcMain();
  const hub = createEventHub();
  const signals: AbortSignal[] = [];
  const routes = collectRoutes(
    routesOf(contract, {
      answer: () => 42,
      count: async function* (_input, signal) {
        signals.push(signal);
        for (let next = 1; ; next += 1) yield next;
      },
    }),
  );
  const connection = connectIpc(ipcMain.source, routes, hub, LOCATION);
  const contents = new FakeContents(1);
  connection.add(contents);
  const openStream = (): void =>
    void ipcMain.send(contents.asSender, CHANNEL.streamUp, {
      kind: 'open',
      id: 1,
      channel: 'test/count',
      input: {},
      credits: 1,
    });
  return { ipcMain, hub, contents, connection, signals, openStream };
};

describe('a sender', () => {
  test('is heard where it is our window’s own page', async () => {
    const { ipcMain, contents } = connected();
    expect(await ipcMain.invoke(contents.asSender, 'test/answer', {})).toEqual({ ok: true, value: 42 });
  });

  test.each([
    [
      'a frame inside of the page',
      (contents: FakeContents) => ({
        sender: contents,
        senderFrame: { url: LOCATION.url, parent: contents.mainFrame },
      }),
    ],
    ['a frame that is gone', (contents: FakeContents) => ({ sender: contents, senderFrame: null })],
    ['a window that is not ours', () => new FakeContents(2).asSender],
    [
      'our window on another page',
      (contents: FakeContents) => {
        contents.mainFrame.url = 'https://example.org/index.html';
        return contents.asSender;
      },
    ],
  ])('is refused where it is %s', async (_name, senderOf) => {
    const { ipcMain, hub, contents } = connected();
    const sender = senderOf(contents);
    const answer = await ipcMain.invoke(sender, 'test/answer', {});
    expect(answer).toMatchObject({ ok: false, fault: { kind: 'refused-here', reason: 'bad-input' } });
    ipcMain.send(sender, CHANNEL.pageBegan);
    ipcMain.send(sender, CHANNEL.streamUp, { kind: 'open', id: 1, channel: 'test/count', input: {}, credits: 1 });
    ipcMain.send(sender, CHANNEL.eventAck, { channel: 'test/tick', sequence: 1 });
    hub.emit(tick, 1);
    expect(contents.sent).toEqual([]);
  });
});

describe('a page', () => {
  test('hears events from when it has begun', () => {
    const { ipcMain, hub, contents } = connected();
    hub.emit(tick, 1);
    ipcMain.send(contents.asSender, CHANNEL.pageBegan);
    hub.emit(tick, 2);
    expect(contents.sent).toMatchObject([[CHANNEL.event, { channel: 'test/tick', payloads: [2] }]]);
  });

  test('that is loaded again is not sent the streams of the one before', async () => {
    const { ipcMain, contents, signals, openStream } = connected();
    openStream();
    await vi.waitFor(() => expect(contents.sent).toMatchObject([[CHANNEL.streamDown, { kind: 'chunk', chunk: 1 }]]));
    ipcMain.send(contents.asSender, CHANNEL.pageBegan);
    expect(signals[0]?.aborted).toBe(true);
  });

  test.each(['render-process-gone', 'destroyed'])('is sent nothing after %s', async (end) => {
    const { ipcMain, hub, contents, signals, openStream } = connected();
    ipcMain.send(contents.asSender, CHANNEL.pageBegan);
    openStream();
    await vi.waitFor(() => expect(contents.sent).toHaveLength(1));
    if (end === 'destroyed') contents.destroy();
    else contents.emit(end);
    hub.emit(tick, 1);
    expect(contents.sent).toHaveLength(1);
    expect(signals[0]?.aborted).toBe(true);
  });
});
