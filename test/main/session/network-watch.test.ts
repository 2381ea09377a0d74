import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LOOK_EVERY, type NetworkChange, SLEPT_AFTER, watchNetwork } from '../../../src/main/session/network-watch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const watched = (first: readonly string[]) => {
  let addresses = first;
  const changes: NetworkChange[] = [];
  const stop = watchNetwork(
    (change) => changes.push(change),
    () => new Set(addresses),
  );
  const becomes = (next: readonly string[]): void => {
    addresses = next;
    vi.advanceTimersByTime(LOOK_EVERY);
  };
  return { changes, stop, becomes };
};

describe('the network', () => {
  test('that stays as it is is no news', () => {
    const { changes, becomes } = watched(['127.0.0.1', '192.0.2.7']);
    becomes(['192.0.2.7', '127.0.0.1']);
    expect(changes).toEqual([]);
  });

  test('is gone, comes back, and has another address', () => {
    const { changes, becomes } = watched(['127.0.0.1', '192.0.2.7']);
    becomes(['127.0.0.1']);
    becomes(['127.0.0.1', '192.0.2.7']);
    becomes(['127.0.0.1', '198.51.100.3']);
    expect(changes).toEqual([
      { slept: false, gone: new Set(['192.0.2.7']), came: false },
      { slept: false, gone: new Set(), came: true },
      { slept: false, gone: new Set(['192.0.2.7']), came: true },
    ]);
  });

  test('is not looked at any more once nobody asks', () => {
    const { changes, becomes, stop } = watched(['192.0.2.7']);
    stop();
    becomes([]);
    expect(changes).toEqual([]);
  });
});

describe('a clock that', () => {
  test('jumped shows that the machine slept, once', () => {
    const { changes, becomes } = watched(['192.0.2.7']);
    vi.setSystemTime(Date.now() + SLEPT_AFTER + 1);
    becomes(['192.0.2.7']);
    becomes(['192.0.2.7']);
    expect(changes).toEqual([{ slept: true, gone: new Set(), came: false }]);
  });

  test('was late because the program was busy does not', () => {
    const { changes, becomes } = watched(['192.0.2.7']);
    vi.setSystemTime(Date.now() + SLEPT_AFTER - 1);
    becomes(['192.0.2.7']);
    expect(changes).toEqual([]);
  });

  test('was put back does not', () => {
    const { changes, becomes } = watched(['192.0.2.7']);
    vi.setSystemTime(Date.now() - 3_600_000);
    becomes(['192.0.2.7']);
    expect(changes).toEqual([]);
  });
});

test('this machine has addresses', () => {
  const changes: NetworkChange[] = [];
  const stop = watchNetwork((change) => changes.push(change));
  vi.advanceTimersByTime(LOOK_EVERY);
  expect(changes).toEqual([]);
  stop();
});
