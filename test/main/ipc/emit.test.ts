import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answers, event } from '#shared/contract/define.ts';
import type { EventEnvelope } from '#shared/contract/messages.ts';
import { BATCH_LIMIT, FRAME_MS } from '../../../src/main/ipc/delivery/batch.ts';
import { LATEST_INTERVAL_MS } from '../../../src/main/ipc/delivery/latest.ts';
import { createEventHub } from '../../../src/main/ipc/emit.ts';

interface Progress {
  readonly id: string;
  readonly bytes: number;
}

const every = event('test/every', 'every', answers<number>());
const latest = event('test/latest', 'latest', answers<Progress>(), { key: ({ id }) => id });
const rare = event('test/rare', 'latest', answers<number>(), { intervalMs: 1_000 });
const batch = event('test/batch', 'batch', answers<number>());

const hubWithWindow = () => {
  const hub = createEventHub();
  const received: EventEnvelope[] = [];
  const port = { id: 1, sendEvent: (envelope: EventEnvelope) => received.push(envelope), sendStream: () => {} };
  hub.begin(port);
  const acknowledgeLast = (): void => {
    const { channel, sequence } = received.at(-1) ?? { channel: '', sequence: 0 };
    hub.acknowledge(1, { channel, sequence });
  };
  return { hub, port, received, acknowledgeLast };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('every', () => {
  test('comes at once and in order, acknowledged or not', () => {
    const { hub, received } = hubWithWindow();
    for (const value of [1, 2, 3]) hub.emit(every, value);
    expect(received.map(({ payloads, sequence }) => [payloads, sequence])).toEqual([
      [[1], 1],
      [[2], 2],
      [[3], 3],
    ]);
  });
});

describe('latest', () => {
  test('comes at most ten times a second, with the newest of each key', () => {
    const { hub, received, acknowledgeLast } = hubWithWindow();
    hub.emit(latest, { id: 'a', bytes: 1 });
    acknowledgeLast();
    for (let bytes = 2; bytes <= 50; bytes += 1) {
      hub.emit(latest, { id: 'a', bytes });
      hub.emit(latest, { id: 'b', bytes });
    }
    vi.advanceTimersByTime(LATEST_INTERVAL_MS - 1);
    expect(received).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(received.map(({ payloads }) => payloads)).toEqual([
      [{ id: 'a', bytes: 1 }],
      [
        { id: 'a', bytes: 50 },
        { id: 'b', bytes: 50 },
      ],
    ]);
  });

  test('comes as seldom as its spec says', () => {
    const { hub, received, acknowledgeLast } = hubWithWindow();
    hub.emit(rare, 1);
    acknowledgeLast();
    hub.emit(rare, 2);
    vi.advanceTimersByTime(999);
    expect(received).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(received.at(-1)?.payloads).toEqual([2]);
  });

  test('waits for the acknowledgement of the one before', () => {
    const { hub, received, acknowledgeLast } = hubWithWindow();
    hub.emit(latest, { id: 'a', bytes: 1 });
    hub.emit(latest, { id: 'a', bytes: 2 });
    vi.advanceTimersByTime(10 * LATEST_INTERVAL_MS);
    expect(received).toHaveLength(1);
    acknowledgeLast();
    expect(received.at(-1)?.payloads).toEqual([{ id: 'a', bytes: 2 }]);
  });

  test('sends nothing where nothing changed', () => {
    const { hub, received, acknowledgeLast } = hubWithWindow();
    hub.emit(latest, { id: 'a', bytes: 1 });
    acknowledgeLast();
    vi.advanceTimersByTime(10 * LATEST_INTERVAL_MS);
    expect(received).toHaveLength(1);
  });
});

describe('batch', () => {
  test('joins what comes within a frame', () => {
    const { hub, received } = hubWithWindow();
    for (const value of [1, 2, 3]) hub.emit(batch, value);
    expect(received).toEqual([]);
    vi.advanceTimersByTime(FRAME_MS);
    expect(received.map(({ payloads, dropped }) => [payloads, dropped])).toEqual([[[1, 2, 3], 0]]);
  });

  test('drops the oldest for a window that does not keep up, and says how many', () => {
    const { hub, received, acknowledgeLast } = hubWithWindow();
    hub.emit(batch, 0);
    vi.advanceTimersByTime(FRAME_MS);
    const count = 3 * BATCH_LIMIT + 7;
    for (let value = 1; value <= count; value += 1) hub.emit(batch, value);
    vi.advanceTimersByTime(10 * FRAME_MS);
    expect(received).toHaveLength(1);
    acknowledgeLast();
    vi.advanceTimersByTime(FRAME_MS);
    const { payloads, dropped } = received[1] ?? { payloads: [], dropped: 0 };
    expect(payloads).toHaveLength(BATCH_LIMIT);
    expect(payloads.at(-1)).toBe(count);
    expect(dropped).toBe(count - BATCH_LIMIT);
  });
});

describe('a window', () => {
  test('that has begun anew is owed nothing of the page before', () => {
    const { hub, port, received } = hubWithWindow();
    hub.emit(latest, { id: 'a', bytes: 1 });
    hub.emit(latest, { id: 'a', bytes: 2 });
    hub.begin(port);
    vi.advanceTimersByTime(10 * LATEST_INTERVAL_MS);
    expect(received).toHaveLength(1);
    hub.emit(latest, { id: 'a', bytes: 3 });
    expect(received.at(-1)).toEqual({
      channel: 'test/latest',
      sequence: 1,
      payloads: [{ id: 'a', bytes: 3 }],
      dropped: 0,
    });
  });

  test('that is gone is sent nothing', () => {
    const { hub, received } = hubWithWindow();
    hub.emit(batch, 1);
    hub.end(1);
    hub.emit(every, 1);
    vi.advanceTimersByTime(10 * FRAME_MS);
    expect(received).toEqual([]);
  });

  test('hears its own copy, whatever another window acknowledges', () => {
    const { hub, received, acknowledgeLast } = hubWithWindow();
    const other: EventEnvelope[] = [];
    hub.begin({ id: 2, sendEvent: (envelope) => other.push(envelope), sendStream: () => {} });
    hub.emit(latest, { id: 'a', bytes: 1 });
    acknowledgeLast();
    hub.emit(latest, { id: 'a', bytes: 2 });
    vi.advanceTimersByTime(LATEST_INTERVAL_MS);
    expect([received.length, other.length]).toEqual([2, 1]);
  });

  test.each([[null], [{ channel: 'test/latest' }], [{ channel: 'test/other', sequence: 1 }]])(
    'may send the acknowledgement %j, which means nothing',
    (ack) => {
      const { hub, received } = hubWithWindow();
      hub.emit(latest, { id: 'a', bytes: 1 });
      hub.emit(latest, { id: 'a', bytes: 2 });
      hub.acknowledge(1, ack);
      vi.advanceTimersByTime(LATEST_INTERVAL_MS);
      expect(received).toHaveLength(1);
    },
  );
});
