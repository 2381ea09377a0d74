import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answers, event, request, stream } from '#shared/contract/define.ts';
import type { EventAck, EventEnvelope, PreloadApi, StreamDown, StreamUp } from '#shared/contract/messages.ts';
import type { Fault } from '#shared/fault.ts';
import { createBridge } from '../../../src/renderer/bridge/bridge.ts';

const FAULT: Fault = { kind: 'cancelled', stage: 'preparing' };

/** Main's side of the preload, in memory. */
const inMemory = (answer: (channel: string, input: unknown) => Promise<unknown> = async () => null) => {
  const sent: { acks: EventAck[]; up: StreamUp[] } = { acks: [], up: [] };
  let toPage = (_envelope: EventEnvelope): void => {};
  let down = (_message: StreamDown): void => {};
  const api: PreloadApi = {
    request: answer,
    onEvent: (listener) => {
      toPage = listener;
    },
    acknowledge: (ack) => sent.acks.push(ack),
    stream: (message) => sent.up.push(message),
    onStream: (listener) => {
      down = listener;
    },
    pathForFile: () => '/dropped',
  };
  const painted: (() => void)[] = [];
  const bridge = createBridge(api, (callback) => painted.push(callback));
  const paint = (): void => {
    for (const callback of painted.splice(0)) callback();
  };
  return {
    bridge,
    sent,
    paint,
    emit: (envelope: EventEnvelope) => toPage(envelope),
    send: (message: StreamDown) => down(message),
  };
};

const ask = request('test/ask', z.strictObject({ text: z.string() }), answers<number>());
const grew = event('test/grew', 'batch', answers<string>());
const list = stream('test/list', z.strictObject({ path: z.string() }), answers<string>(), answers<number>());

describe('call', () => {
  test('answers what main answered', async () => {
    const { bridge } = inMemory(async (channel, input) => ({ ok: true, value: [channel, input] }));
    expect(await bridge.call(ask, { text: 'a' })).toEqual({ ok: true, value: ['test/ask', { text: 'a' }] });
  });

  test('turns a rejection into a fault instead of passing it on', async () => {
    const { bridge } = inMemory(() => Promise.reject(new Error('cannot be cloned')));
    expect(await bridge.call(ask, { text: 'a' })).toMatchObject({ ok: false, fault: { kind: 'defect' } });
  });
});

describe('on', () => {
  test('hears every payload in order, counts what was dropped once, and acknowledges after', () => {
    const { bridge, emit, sent } = inMemory();
    const heard: unknown[] = [];
    bridge.on(grew, (payload, dropped) => {
      expect(sent.acks).toEqual([]);
      heard.push([payload, dropped]);
    });
    emit({ channel: 'test/grew', sequence: 7, payloads: ['a', 'b'], dropped: 3 });
    expect(heard).toEqual([
      ['a', 3],
      ['b', 0],
    ]);
    expect(sent.acks).toEqual([{ channel: 'test/grew', sequence: 7 }]);
  });

  test('acknowledges what nobody listens to, so that main does not wait for ever', () => {
    const { emit, sent } = inMemory();
    emit({ channel: 'test/grew', sequence: 1, payloads: ['a'], dropped: 0 });
    expect(sent.acks).toEqual([{ channel: 'test/grew', sequence: 1 }]);
  });

  test('is silent after it was given up', () => {
    const { bridge, emit } = inMemory();
    const heard: string[] = [];
    const stop = bridge.on(grew, (payload) => heard.push(payload));
    stop();
    emit({ channel: 'test/grew', sequence: 1, payloads: ['a'], dropped: 0 });
    expect(heard).toEqual([]);
  });
});

describe('openStream', () => {
  const opened = () => {
    const memory = inMemory();
    const heard: unknown[] = [];
    const cancel = memory.bridge.openStream(
      list,
      { path: '/' },
      {
        credits: 2,
        onChunk: (chunk) => heard.push(chunk),
        onEnd: (end) => heard.push(['end', end]),
        onFault: (fault) => heard.push(['fault', fault.kind]),
      },
    );
    return { ...memory, heard, cancel };
  };

  test('opens with its credits and gives one back for each chunk once it is painted', () => {
    const { sent, send, paint, heard } = opened();
    expect(sent.up).toEqual([{ kind: 'open', id: 1, channel: 'test/list', input: { path: '/' }, credits: 2 }]);
    send({ kind: 'chunk', id: 1, chunk: 'a' });
    expect(heard).toEqual(['a']);
    expect(sent.up).toHaveLength(1);
    paint();
    expect(sent.up[1]).toEqual({ kind: 'credit', id: 1, credits: 1 });
  });

  test('hears nothing and sends nothing after the end', () => {
    const { sent, send, paint, heard, cancel } = opened();
    send({ kind: 'chunk', id: 1, chunk: 'a' });
    send({ kind: 'end', id: 1, end: 1 });
    send({ kind: 'chunk', id: 1, chunk: 'late' });
    paint();
    cancel();
    expect(heard).toEqual(['a', ['end', 1]]);
    expect(sent.up).toHaveLength(1);
  });

  test('hears a fault once', () => {
    const { send, heard } = opened();
    send({ kind: 'fault', id: 1, fault: FAULT });
    send({ kind: 'fault', id: 1, fault: FAULT });
    expect(heard).toEqual([['fault', 'cancelled']]);
  });

  test('tells main when it is cancelled, and is silent from then on', () => {
    const { sent, send, heard, cancel } = opened();
    cancel();
    cancel();
    send({ kind: 'chunk', id: 1, chunk: 'late' });
    expect(sent.up.slice(1)).toEqual([{ kind: 'cancel', id: 1 }]);
    expect(heard).toEqual([]);
  });

  test('gives every stream a number of its own', () => {
    const { bridge, sent } = opened();
    const ignore = { credits: 1, onChunk: () => {}, onEnd: () => {}, onFault: () => {} };
    bridge.openStream(list, { path: '/a' }, ignore);
    expect(sent.up.map((message) => message.id)).toEqual([1, 2]);
  });
});
