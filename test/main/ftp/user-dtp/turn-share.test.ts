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

test('turns come as far apart as whoever else needs the machine wants them', async () => {
  restAfterTurns(20);
  onTestFinished(() => restAfterTurns(0));
  const order: string[] = [];
  const moved = turnAfter(MOST_IN_A_TURN)?.then(() => order.push('moved'));
  await nextTurn();
  await nextTurn();
  order.push('others');
  await moved;
  expect(order).toEqual(['others', 'moved']);
  restAfterTurns(0);
  expect(turnAfter(1)).toBeNull();
  await nextTurn();
});
