import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { answers, stream } from '#shared/contract/define.ts';
import type { StreamDown } from '#shared/contract/messages.ts';
import { FaultError } from '#shared/fault.ts';
import { collectRoutes, routesOf } from '../../../src/main/ipc/routes.ts';
import { createStreamDesk, STREAMS_LIMIT } from '../../../src/main/ipc/stream.ts';

const contract = {
  count: stream('test/count', z.strictObject({ to: z.int() }), answers<number>(), answers<string>()),
};

/** A desk over a stream that counts, and what it did. */
const counting = (stop: number | null = null) => {
  const sent: StreamDown[] = [];
  const pulled: number[] = [];
  const signals: AbortSignal[] = [];
  const ended = vi.fn();
  const routes = collectRoutes(
    routesOf(contract, {
      count: async function* ({ to }, signal) {
        signals.push(signal);
        try {
          for (let next = 1; next <= to; next += 1) {
            if (next === stop) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
            pulled.push(next);
            yield next;
          }
          return 'all';
        } finally {
          ended();
        }
      },
    }),
  );
  const desk = createStreamDesk(routes, { sendStream: (message) => sent.push(message) });
  const open = (id: number, to: number, credits: number): void =>
    desk.receive({ kind: 'open', id, channel: 'test/count', input: { to }, credits });
  return { desk, sent, pulled, signals, ended, open };
};

const chunks = (sent: readonly StreamDown[], id: number): unknown[] =>
  sent.flatMap((message) => (message.kind === 'chunk' && message.id === id ? [message.chunk] : []));

describe('a stream', () => {
  test('sends one chunk for a credit, and its end after the last', async () => {
    const { desk, sent, open } = counting();
    open(1, 3, 2);
    await vi.waitFor(() => expect(chunks(sent, 1)).toEqual([1, 2]));
    desk.receive({ kind: 'credit', id: 1, credits: 2 });
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ kind: 'end', id: 1, end: 'all' }));
    expect(chunks(sent, 1)).toEqual([1, 2, 3]);
  });

  test('is not pulled further than its credits reach', async () => {
    const { pulled, sent, open } = counting();
    open(1, 100, 2);
    open(2, 5, 10);
    await vi.waitFor(() => expect(sent).toContainEqual({ kind: 'end', id: 2, end: 'all' }));
    expect(pulled.filter((value) => value > 5)).toEqual([]);
    expect(chunks(sent, 1)).toEqual([1, 2]);
  });

  test('is refused where the window has too many open, and served again when some are over', async () => {
    const { desk, sent, open } = counting();
    for (let id = 0; id < STREAMS_LIMIT; id += 1) open(id, 3, 0);
    open(STREAMS_LIMIT, 3, 10);
    expect(sent).toMatchObject([{ kind: 'fault', id: STREAMS_LIMIT, fault: { reason: 'bad-input' } }]);
    desk.receive({ kind: 'cancel', id: 0 });
    open(STREAMS_LIMIT, 3, 10);
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ kind: 'end', id: STREAMS_LIMIT }));
  });

  test('that is cancelled sends nothing more and lets its handler clean up', async () => {
    const { desk, sent, signals, ended, open } = counting();
    open(1, 100, 1);
    await vi.waitFor(() => expect(chunks(sent, 1)).toEqual([1]));
    desk.receive({ kind: 'cancel', id: 1 });
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    desk.receive({ kind: 'credit', id: 1, credits: 5 });
    expect(signals[0]?.aborted).toBe(true);
    expect(sent).toEqual([{ kind: 'chunk', id: 1, chunk: 1 }]);
  });

  test('ends with the page it belonged to', async () => {
    const { desk, sent, ended, open } = counting();
    open(1, 100, 1);
    open(2, 100, 1);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    desk.cancelAll();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(2));
  });

  test('opened under a number in use takes its place', async () => {
    const { sent, signals, open } = counting();
    open(1, 100, 1);
    await vi.waitFor(() => expect(chunks(sent, 1)).toEqual([1]));
    open(1, 2, 9);
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ kind: 'end', id: 1, end: 'all' }));
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  });

  test('tells the fault that ends it early', async () => {
    const { sent, open } = counting(2);
    open(7, 5, 5);
    const fault = { kind: 'cancelled', stage: 'preparing' };
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ kind: 'fault', id: 7, fault }));
  });

  test.each([
    ['a channel nobody declared', { kind: 'open', id: 3, channel: 'test/other', input: { to: 1 }, credits: 1 }],
    ['input of another shape', { kind: 'open', id: 3, channel: 'test/count', input: { to: 'x' }, credits: 1 }],
  ])('is refused for %s', (_name, message) => {
    const { desk, sent } = counting();
    desk.receive(message);
    expect(sent).toMatchObject([{ kind: 'fault', id: 3, fault: { kind: 'refused-here', reason: 'bad-input' } }]);
  });

  test.each([
    [null],
    ['open'],
    [{ kind: 'credit', id: 'x' }],
    [{ kind: 'open', id: 1, channel: 'test/count', input: { to: 1 }, credits: Number.POSITIVE_INFINITY }],
    [{ kind: 'credit', id: 99, credits: 1 }],
    [{ kind: 'cancel', id: 99 }],
  ])('message %j that means nothing is let pass', (message) => {
    const { desk, sent } = counting();
    desk.receive(message);
    expect(sent).toEqual([]);
  });
});
