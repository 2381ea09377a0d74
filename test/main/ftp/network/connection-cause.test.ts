import { expect, test } from 'vitest';
import { connectionCause, systemWords } from '../../../../src/main/ftp/network/connection-cause.ts';

const failure = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

test.each([
  ['ENOTFOUND', 'host-not-found'],
  ['EAI_AGAIN', 'host-not-found'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['EWHATEVER', 'other'],
])('%s', (code, cause) => {
  expect(connectionCause(failure(code))).toBe(cause);
});

test('of several addresses that failed, the first known cause and all words', () => {
  const error = new AggregateError([failure('ECONNREFUSED'), failure('ENETUNREACH')]);
  expect(connectionCause(error)).toBe('refused');
  expect(systemWords(error)).toBe('connect ECONNREFUSED; connect ENETUNREACH');
});

test('what is no system error', () => {
  expect(connectionCause('x')).toBe('other');
  expect(systemWords('x')).toBe('x');
});
