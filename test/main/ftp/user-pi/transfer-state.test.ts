import { describe, expect, test } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import { judgeTransfer, stageOf, type TransferState } from '../../../../src/main/ftp/user-pi/transfer-state.ts';

const reset: Fault = { kind: 'data-connection', stage: 'preparing', cause: 'reset', detail: '' };
const silent: Fault = { kind: 'data-connection', stage: 'preparing', cause: 'timeout', detail: '' };
const diskFull: Fault = { kind: 'local-file', stage: 'preparing', cause: 'disk-full', path: 'x', detail: '' };
const lost: Fault = {
  kind: 'control-connection',
  stage: 'preparing',
  cause: 'closed',
  host: 'h',
  port: 21,
  detail: '',
};
const final = (code: number): TransferState['reply'] => ({ final: { code, lines: ['x'] } });

const REPLIES: Record<string, TransferState['reply']> = {
  none: 'none',
  preliminary: 'preliminary',
  226: final(226),
  426: final(426),
  350: final(350),
  lost: { lost },
};
const DATA: Record<string, TransferState['data']> = {
  moving: 'moving',
  done: 'done',
  enough: 'enough',
  reset: { failed: reset },
  silent: { failed: silent },
  'disk full': { failed: diskFull },
};

const verdict = (reply: string, data: string, cancelled = false): string => {
  const state = { verb: 'RETR', reply: REPLIES[reply] ?? 'none', data: DATA[data] ?? 'moving', cancelled } as const;
  const { act, ...rest } = judgeTransfer(state);
  return 'because' in rest ? `${act}: ${rest.because.kind}` : act;
};

describe('the transfer join', () => {
  test.each([
    ['none', 'moving', 'wait'],
    ['none', 'done', 'wait'],
    ['none', 'enough', 'stop'],
    ['none', 'reset', 'wait'],
    ['none', 'silent', 'abort: data-connection'],
    ['none', 'disk full', 'abort: local-file'],
    ['preliminary', 'moving', 'wait'],
    ['preliminary', 'done', 'wait'],
    ['preliminary', 'enough', 'stop'],
    ['preliminary', 'reset', 'wait'],
    ['preliminary', 'silent', 'abort: data-connection'],
    ['preliminary', 'disk full', 'abort: local-file'],
    ['226', 'moving', 'wait'],
    ['226', 'done', 'succeed'],
    ['226', 'enough', 'succeed'],
    ['226', 'reset', 'fail: data-connection'],
    ['226', 'silent', 'fail: protocol'],
    ['226', 'disk full', 'fail: local-file'],
    ['426', 'moving', 'fail: reply'],
    ['426', 'done', 'fail: reply'],
    ['426', 'enough', 'stop'],
    ['lost', 'enough', 'stop'],
    ['426', 'reset', 'fail: reply'],
    ['426', 'disk full', 'fail: local-file'],
    ['350', 'done', 'fail: protocol'],
    ['lost', 'moving', 'fail: control-connection'],
    ['lost', 'done', 'fail: control-connection'],
    ['lost', 'reset', 'fail: control-connection'],
    ['lost', 'disk full', 'fail: local-file'],
  ])('reply %s, data %s: %s', (reply, data, expected) => {
    expect(verdict(reply, data)).toBe(expected);
  });

  test.each([
    ['none', 'moving', 'abort: cancelled'],
    ['preliminary', 'moving', 'abort: cancelled'],
    ['preliminary', 'done', 'abort: cancelled'],
    ['226', 'moving', 'fail: cancelled'],
    ['226', 'done', 'succeed'],
    ['426', 'moving', 'fail: reply'],
  ])('cancelled with reply %s, data %s: %s', (reply, data, expected) => {
    expect(verdict(reply, data, true)).toBe(expected);
  });
});

test('the stage follows reply and data', () => {
  expect(stageOf('none', 'moving', 'preparing')).toBe('transfer-command');
  expect(stageOf('preliminary', 'moving', 'transfer-command')).toBe('after-preliminary-reply');
  expect(stageOf('preliminary', 'done', 'transfer-command')).toBe('after-data');
  expect(stageOf(final(426), 'moving', 'transfer-command')).toBe('transfer-command');
  expect(stageOf(final(226), 'moving', 'transfer-command')).toBe('after-preliminary-reply');
  expect(stageOf({ lost }, 'done', 'after-data')).toBe('after-data');
});
