import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Unwritten } from '../../../../src/main/transfer/kept/unwritten.ts';
import type { TransferRow } from '../../../../src/main/transfer/rows/transfer-row.ts';

const rowOf = (id: number) => ({ id }) as TransferRow;

const start = (outlasts: boolean) => {
  const written: number[][] = [];
  const unwritten = new Unwritten({ put: (rows) => written.push([...rows].map(({ id }) => id)) }, outlasts);
  onTestFinished(() => unwritten.stop());
  return { unwritten, written };
};

test('for a store that outlasts the program, all changes of a turn are written behind it, the last of each row', async () => {
  const { unwritten, written } = start(true);
  for (const id of [1, 2, 1]) unwritten.add(rowOf(id));
  expect(written).toEqual([]);
  await turn();
  expect(written).toEqual([[2, 1]]);
  unwritten.add(rowOf(3));
  unwritten.writeNow(rowOf(3));
  expect(written).toEqual([[2, 1], [3]]);
});

test('for one that goes with it they are written when there are many, or it is to be read', async () => {
  const { unwritten, written } = start(false);
  unwritten.writeNow(rowOf(0));
  for (let id = 1; id < 249; id++) unwritten.add(rowOf(id));
  await turn();
  expect(written).toEqual([]);
  unwritten.flush();
  expect(written.map((ids) => ids.length)).toEqual([249]);
  for (let id = 0; id < 600; id++) unwritten.add(rowOf(id));
  await unwritten.room();
  expect(written.map((ids) => ids.length)).toEqual([249, 250, 250]);
});

test.each([true, false])('whoever waits for room has it where all was deleted (outlasts: %s)', async (outlasts) => {
  const { unwritten, written } = start(outlasts);
  for (let id = 0; id < 250; id++) unwritten.add(rowOf(id));
  const room = unwritten.room();
  for (let id = 0; id < 250; id++) unwritten.delete(id);
  await room;
  expect(written).toEqual([]);
});
