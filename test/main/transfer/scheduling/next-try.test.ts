import { describe, expect, test } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import { concernsAll, fixedPauses, pauseBeforeRetry } from '../../../../src/main/transfer/scheduling/retry.ts';

const reply = (code: number, stage: Fault['stage'] = 'transfer-command'): Fault => ({
  kind: 'reply',
  stage,
  command: 'RETR',
  code,
  text: '',
});
const control = (cause: 'reset' | 'timeout' | 'service-closing', stage: Fault['stage']): Fault => ({
  kind: 'control-connection',
  stage,
  cause,
  host: 'h',
  port: 21,
  detail: '',
});
const full: Fault = { kind: 'local-file', stage: 'finishing', cause: 'disk-full', path: '/a', detail: '' };

describe('the next try', () => {
  const pauses = [100, 200];

  test.each([
    ['a connection lost in the middle, at once', control('reset', 'after-preliminary-reply'), 0, 0],
    ['the same again, after a pause', control('reset', 'after-preliminary-reply'), 1, 200],
    ['a busy file, after a pause', reply(450), 0, 100],
    ['the last one used up', reply(450), 2, null],
    ['no such file, never', reply(550), 0, null],
    ['a full disk, never', full, 0, null],
    ['a session closed under it, at once', { kind: 'cancelled', stage: 'preparing' } as const, 0, 0],
  ])('after %s', (_, fault, used, expected) => {
    expect(pauseBeforeRetry(fault, used, fixedPauses(pauses).ofRow)).toBe(expected);
  });

  test('is none for anybody where there is no room', () => {
    expect([full, reply(452), reply(552), reply(550)].map(concernsAll)).toEqual([true, true, true, false]);
  });
});
