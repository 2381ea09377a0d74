import { expect, test, vi } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { createRowReader } from '../../../src/renderer/state/row-reader.ts';

type Answer = Result<{ rows: []; total: number }>;

/** A reader whose requests are answered by hand. */
const byHand = () => {
  const asked: { offset: number; count: number; answer: (answer: Answer) => void }[] = [];
  const onRows = vi.fn();
  const onFault = vi.fn();
  const reader = createRowReader(
    (offset, count) => new Promise<Answer>((answer) => asked.push({ offset, count, answer })),
    { onRows, onFault },
  );
  const answer = async (given: Answer): Promise<void> => {
    asked.at(-1)?.answer(given);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { reader, asked, onRows, onFault, answer };
};
const rows: Answer = ok({ rows: [], total: 0 });

test('while one request is under way only the newest wish is kept', async () => {
  const { reader, asked, answer } = byHand();
  reader.want(0, 10);
  reader.want(10, 10);
  reader.want(20, 10);
  expect(asked.map(({ offset }) => offset)).toEqual([0]);
  await answer(rows);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 20]);
  await answer(rows);
  expect(asked).toHaveLength(2);
});

test('the answer is told with the rows it is about', async () => {
  const { reader, onRows, answer } = byHand();
  reader.want(5, 3);
  await answer(rows);
  expect(onRows).toHaveBeenCalledExactlyOnceWith(5, []);
});

test('a fault is told, and the next wish is asked for all the same', async () => {
  const { reader, asked, onFault, answer } = byHand();
  const fault: Fault = { kind: 'defect', stage: 'preparing', detail: 'gone' };
  reader.want(0, 1);
  await answer(failed(fault));
  expect(onFault).toHaveBeenCalledExactlyOnceWith(fault);
  reader.want(1, 1);
  expect(asked).toHaveLength(2);
});
