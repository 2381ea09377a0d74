import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import { type TransferQuery, WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { createRowReader } from '../../../src/renderer/state/row-reader.ts';

type Answer = Result<{ rows: []; total: number }>;

/** A reader whose requests are answered by hand. */
const byHand = () => {
  const asked: { query: TransferQuery; offset: number; count: number; answer: (answer: Answer) => void }[] = [];
  const onRows = vi.fn();
  const onFault = vi.fn();
  const reader = createRowReader(
    ({ query, offset, count }) => new Promise<Answer>((answer) => asked.push({ query, offset, count, answer })),
    { onRows, onFault },
  );
  const answer = async (given: Answer): Promise<void> => {
    asked.at(-1)?.answer(given);
    await Promise.resolve();
    await Promise.resolve();
  };
  const want = (offset: number, count: number, query = WHOLE_QUEUE): void => reader.want({ query, offset, count });
  return { want, asked, onRows, onFault, answer };
};
const rows: Answer = ok({ rows: [], total: 0 });

test('while one request is under way only the newest wish is kept', async () => {
  const { want, asked, answer } = byHand();
  want(0, 10);
  want(10, 10);
  want(20, 10);
  expect(asked.map(({ offset }) => offset)).toEqual([0]);
  await answer(rows);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 20]);
  await answer(rows);
  expect(asked).toHaveLength(2);
});

test('the answer is told with the rows it is about', async () => {
  const { want, onRows, answer } = byHand();
  want(5, 3);
  await answer(rows);
  expect(onRows).toHaveBeenCalledExactlyOnceWith({ query: WHOLE_QUEUE, offset: 5, count: 3 }, { rows: [], total: 0 });
});

test('a fault is told, and the next wish is asked for all the same', async () => {
  const { want, asked, onFault, answer } = byHand();
  const fault: Fault = { kind: 'defect', stage: 'preparing', detail: 'gone' };
  want(0, 1);
  await answer(failed(fault));
  expect(onFault).toHaveBeenCalledExactlyOnceWith(fault);
  want(1, 1);
  expect(asked).toHaveLength(2);
});

describe('a search, which costs main up to a second', () => {
  const search: TransferQuery = { ...WHOLE_QUEUE, text: 'needle' };
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is not repeated for what has changed until a second after its answer', async () => {
    const { want, asked, answer } = byHand();
    want(0, 10, search);
    await answer(rows);
    for (let change = 0; change < 5; change++) {
      want(0, 10, search);
      vi.advanceTimersByTime(150);
    }
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(250);
    expect(asked).toHaveLength(2);
  });

  test('is made at once for other rows, or for another view', async () => {
    const { want, asked, answer } = byHand();
    want(0, 10, search);
    await answer(rows);
    want(0, 10, search);
    want(10, 10, search);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 10]);
    await answer(rows);
    want(10, 10, { ...search, text: 'hay' });
    expect(asked.at(-1)?.query.text).toBe('hay');
    vi.advanceTimersByTime(2_000);
    expect(asked).toHaveLength(3);
  });

  test('the order of the queue costs nothing and is read at every change', async () => {
    const { want, asked, answer } = byHand();
    want(0, 10);
    await answer(rows);
    want(0, 10);
    expect(asked).toHaveLength(2);
  });
});
