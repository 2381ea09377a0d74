import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeepAlive, KEEP_ALIVE_MS } from '../../../src/main/session/keep-alive.ts';
import { fakeUserFtp, refusal } from './fake-user-ftp.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const idle = (): boolean => false;

test('an idle connection is given a sign of life again and again, not always the same', async () => {
  const userFtp = fakeUserFtp();
  const keepAlive = createKeepAlive(userFtp, idle);
  await vi.advanceTimersByTimeAsync(3 * KEEP_ALIVE_MS);
  expect(userFtp.asked).toEqual(['noop', 'workingDirectory', 'noop']);
  keepAlive.stop();
});

test('a server that refuses NOOP is given one all the same: it is alive', async () => {
  const userFtp = fakeUserFtp({ noop: () => Promise.reject(refusal('NOOP', 500)) });
  const keepAlive = createKeepAlive(userFtp, idle);
  await vi.advanceTimersByTimeAsync(2 * KEEP_ALIVE_MS);
  expect(userFtp.asked).toEqual(['noop', 'workingDirectory']);
  keepAlive.stop();
});

test('idleness begins anew with every use', async () => {
  const userFtp = fakeUserFtp();
  const keepAlive = createKeepAlive(userFtp, idle);
  await vi.advanceTimersByTimeAsync(KEEP_ALIVE_MS - 1);
  keepAlive.touch();
  await vi.advanceTimersByTimeAsync(KEEP_ALIVE_MS - 1);
  expect(userFtp.asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(userFtp.asked).toEqual(['noop']);
  keepAlive.stop();
});

test('nothing is sent into a listing', async () => {
  const userFtp = fakeUserFtp();
  let busy = true;
  const keepAlive = createKeepAlive(userFtp, () => busy);
  await vi.advanceTimersByTimeAsync(2 * KEEP_ALIVE_MS);
  expect(userFtp.asked).toEqual([]);
  busy = false;
  await vi.advanceTimersByTimeAsync(KEEP_ALIVE_MS);
  expect(userFtp.asked).toEqual(['noop']);
  keepAlive.stop();
});

test('a connection that is gone or no longer ours is left alone', async () => {
  const lost = fakeUserFtp();
  createKeepAlive(lost, idle);
  const stopped = fakeUserFtp();
  createKeepAlive(stopped, idle).stop();
  lost.lose();
  await vi.advanceTimersByTimeAsync(3 * KEEP_ALIVE_MS);
  expect(stopped.asked).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
