import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_TRANSFERS, type TransferSummary } from '#shared/model/transfer.ts';
import type { NetworkChange } from '../../src/main/session/network-watch.ts';
import { outliveSleep, SAME_SLEEP, STILL_AWAKE_AFTER } from '../../src/main/sleep-and-network.ts';
import { fakeUserFtp } from './session/fake-user-ftp.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const HERE = '192.0.2.9';
const NOTHING: NetworkChange = { slept: false, gone: new Set(), came: false };

const start = () => {
  const told: string[] = [];
  let suspend = (): void => {};
  let resume = (): void => {};
  let network = (_: NetworkChange): void => {};
  let summary = (_: TransferSummary): void => {};
  let kept = 0;
  const stop = outliveSleep({
    power: {
      onSuspend: (listener) => {
        suspend = listener;
      },
      onResume: (listener) => {
        resume = listener;
      },
      keepAwake: () => {
        kept += 1;
        return () => {
          kept -= 1;
        };
      },
    },
    sessions: {
      dropConnections: (isDead) => told.push(isDead(fakeUserFtp({ localAddress: HERE })) ? 'dropped' : 'kept'),
      renew: () => told.push('renewed'),
    },
    queue: {
      interrupt: () => told.push('interrupted'),
      goOn: () => told.push('goes on'),
      onChanged: (listener) => {
        summary = listener;
        return () => {};
      },
    },
    watch: (listener) => {
      network = listener;
      return () => told.push('unwatched');
    },
  });
  const active = (count: number): void => {
    summary({ counts: { ...NO_TRANSFERS, active: count } } as TransferSummary);
  };
  return {
    told,
    stop,
    suspend: () => suspend(),
    resume: () => resume(),
    network: (change: Partial<NetworkChange>) => network({ ...NOTHING, ...change }),
    active,
    keptAwake: () => kept,
  };
};

describe('a machine', () => {
  test('that sleeps stops its transfers first, and makes every connection anew when it wakes', () => {
    const { told, suspend, resume } = start();
    suspend();
    expect(told).toEqual(['interrupted']);
    resume();
    expect(told).toEqual(['interrupted', 'dropped', 'goes on']);
    vi.advanceTimersByTime(STILL_AWAKE_AFTER);
    expect(told).toHaveLength(3);
  });

  test('that says nothing of its sleep is known by its clock', () => {
    const { told, network } = start();
    network({ slept: true });
    expect(told).toEqual(['dropped', 'goes on']);
  });

  test('that tells and whose clock shows it has slept once', () => {
    const { told, resume, network } = start();
    resume();
    network({ slept: true });
    expect(told).toEqual(['dropped', 'goes on']);
    vi.advanceTimersByTime(SAME_SLEEP);
    resume();
    expect(told).toHaveLength(4);
  });

  test('that did not sleep in the end goes on all the same', () => {
    const { told, suspend } = start();
    suspend();
    vi.advanceTimersByTime(STILL_AWAKE_AFTER);
    expect(told).toEqual(['interrupted', 'goes on']);
  });
});

describe('a network', () => {
  test('whose address is gone takes its connections with it, and no others', () => {
    const { told, network } = start();
    network({ gone: new Set([HERE]) });
    network({ gone: new Set(['198.51.100.1']) });
    expect(told).toEqual(['dropped', 'goes on', 'kept', 'goes on']);
  });

  test('that is there again has sessions connected again and transfers tried at once', () => {
    const { told, network } = start();
    network({ came: true });
    expect(told).toEqual(['renewed', 'goes on']);
  });
});

test('the machine does not sleep by itself while something is transferred', () => {
  const { active, keptAwake, stop } = start();
  active(2);
  active(1);
  expect(keptAwake()).toBe(1);
  active(0);
  active(0);
  expect(keptAwake()).toBe(0);
  active(1);
  stop();
  expect(keptAwake()).toBe(0);
});
