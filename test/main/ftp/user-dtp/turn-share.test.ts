import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MOST_IN_A_TURN, spendTurn } from '../../../../src/main/ftp/user-dtp/turn-share.ts';

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
