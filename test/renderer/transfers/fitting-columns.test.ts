import { expect, test } from 'vitest';
import { DEFAULT_TRANSFER_COLUMNS } from '../../../src/renderer/state/transfer-columns.ts';
import { fittingTransferColumns, transferTemplate } from '../../../src/renderer/transfers/fitting-columns.ts';

const fitting = (width: number) => fittingTransferColumns('queue', width, DEFAULT_TRANSFER_COLUMNS);

test('with room all that the person wants is there', () => {
  expect(fitting(1_200)).toEqual(['site', 'size', 'progress', 'rate', 'timeLeft', 'state']);
});

test('what can be told from elsewhere gives way first, the name and the state never', () => {
  expect(fitting(700)).toEqual(['size', 'progress', 'rate', 'timeLeft', 'state']);
  expect(fitting(580)).toEqual(['size', 'progress', 'rate', 'state']);
  expect(fitting(100)).toEqual(['state']);
});

test('the reason of a failure shares the rest with the name', () => {
  expect(transferTemplate('failed', ['size', 'state'], DEFAULT_TRANSFER_COLUMNS.widths)).toBe(
    'minmax(0, 2fr) 84px minmax(0, 3fr)',
  );
  expect(transferTemplate('queue', ['size', 'state'], DEFAULT_TRANSFER_COLUMNS.widths)).toBe(
    'minmax(0, 2fr) 84px 184px',
  );
});

test('a name and the reason of a failure stay readable in the width they share', () => {
  const { widths } = DEFAULT_TRANSFER_COLUMNS;
  for (let width = 400; width < 900; width++) {
    const columns = fittingTransferColumns('failed', width, DEFAULT_TRANSFER_COLUMNS);
    const taken = columns.reduce((sum, column) => sum + (column === 'state' ? 0 : widths[column]), 0);
    expect(((width - taken) * 2) / 5, `${width}`).toBeGreaterThanOrEqual(128);
  }
});
