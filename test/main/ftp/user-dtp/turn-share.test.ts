import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { spareProcessors } from '../../../../src/main/ftp/user-dtp/processor-share.ts';
import { MOST_IN_A_TURN, mostAtOnce, spendTurn, turnAfter } from '../../../../src/main/ftp/user-dtp/turn-share.ts';

test('behind the share of a turn everybody waits for the next one, which begins anew', async () => {
  const gone: string[] = [];
  const goOn = (who: string) => () => void gone.push(who);
  expect(spendTurn(MOST_IN_A_TURN - 1, goOn('first'))).toBe(true);
  expect(spendTurn(1, goOn('second'))).toBe(false);
  expect(spendTurn(1, goOn('third'))).toBe(false);
  expect(gone).toEqual([]);
  await nextTurn();
  expect(gone).toEqual(['second', 'third']);
  expect(spendTurn(MOST_IN_A_TURN - 1, goOn('fourth'))).toBe(true);
  await nextTurn();
  expect(gone).toEqual(['second', 'third']);
});

/** Half a processor may be used, and each look finds that two were, for 2 ms. */
const spare = (): void => {
  let looks = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => looks * 2);
  vi.spyOn(process, 'cpuUsage').mockImplementation(() => {
    looks += 1;
    return { user: looks * 4_000, system: 0 };
  });
  spareProcessors(0.5 / availableParallelism());
  onTestFinished(() => {
    vi.restoreAllMocks();
    spareProcessors(1);
  });
};

test('while processors are spared, behind a turn all rest, and who comes meanwhile rests with them', async () => {
  spare();
  const rest = vi.spyOn(globalThis, 'setTimeout');
  const gone: string[] = [];
  expect(mostAtOnce()).toBeLessThan(MOST_IN_A_TURN);
  // A small read is no more than the share, but the rest is due all the same.
  expect(spendTurn(1, () => {})).toBe(true);
  await nextTurn();
  expect(rest.mock.calls.map(([, ms]) => ms)).toEqual([6]);
  expect(spendTurn(1, () => gone.push('late'))).toBe(false);
  await nextTurn();
  expect(gone).toEqual([]);
  await vi.waitFor(() => expect(gone).toEqual(['late']));
});

test('whoever has to wait for the next turn is told by a promise, and others by nothing', async () => {
  expect(turnAfter(MOST_IN_A_TURN - 1)).toBeNull();
  await turnAfter(1);
  expect(turnAfter(1)).toBeNull();
  await nextTurn();
});

test('while processors are spared the share of a turn is smaller', () => {
  spare();
  expect(spendTurn(mostAtOnce(), () => {})).toBe(true);
  expect(spendTurn(MOST_IN_A_TURN / 2, () => {})).toBe(false);
});
