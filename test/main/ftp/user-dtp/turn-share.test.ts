import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
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

test('behind a turn that spent its share all rest so many times as long as it took, and behind others not', async () => {
  restAfterTurns(4);
  onTestFinished(() => restAfterTurns(0));
  const began = performance.now();
  const rested = turnAfter(MOST_IN_A_TURN);
  while (performance.now() < began + 10);
  await rested;
  expect(performance.now() - began).toBeGreaterThanOrEqual(49);
  expect(turnAfter(MOST_IN_A_TURN - 1)).toBeNull();
  await nextTurn();
  expect(turnAfter(MOST_IN_A_TURN - 1)).toBeNull();
  await nextTurn();
});
