import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { MOST_IN_A_TURN, restAfterTurns, spendTurn, turnAfter } from '../../../../src/main/ftp/user-dtp/turn-share.ts';

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

/** Spends the share of one turn, which takes so many milliseconds. @returns the milliseconds rested behind it; null: none */
const restBehind = async (tookMs: number): Promise<number | undefined | null> => {
  vi.spyOn(performance, 'now')
    .mockReturnValueOnce(1_000)
    .mockReturnValue(1_000 + tookMs);
  const rest = vi.spyOn(globalThis, 'setTimeout');
  await turnAfter(MOST_IN_A_TURN);
  const [call] = rest.mock.calls;
  vi.restoreAllMocks();
  return call === undefined ? null : call[1];
};

test('behind a turn that spent its share all rest so many times as long as it took, but not longer than half a frame', async () => {
  expect(await restBehind(1.5)).toBeNull();
  restAfterTurns(4);
  onTestFinished(() => restAfterTurns(0));
  expect(await restBehind(1.5)).toBe(6);
  expect(await restBehind(10)).toBe(8);
});

test('behind a turn that did not spend its share nobody rests', async () => {
  restAfterTurns(4);
  onTestFinished(() => restAfterTurns(0));
  expect(turnAfter(MOST_IN_A_TURN - 1)).toBeNull();
  await nextTurn();
  expect(turnAfter(MOST_IN_A_TURN - 1)).toBeNull();
  await nextTurn();
});
