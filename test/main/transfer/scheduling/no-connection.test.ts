import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionCause, Fault } from '#shared/fault.ts';
import { AllLanes } from '../../../../src/main/transfer/connections/site-lanes.ts';
import { createRow } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { NoConnection } from '../../../../src/main/transfer/scheduling/no-connection.ts';
import { fixedPauses, growingPauses, type RetryPlan } from '../../../../src/main/transfer/scheduling/retry.ts';
import { batchOf } from '../batch-of.ts';
import { FakeServer } from '../fake-server.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const fault = (cause: ConnectionCause, stage: Fault['stage'] = 'connecting'): Fault => ({
  kind: 'control-connection',
  stage,
  cause,
  host: 'h',
  port: 21,
  detail: '',
});
const ALONE = { others: 0, standing: 0, since: 0 };
const HOUR = 3_600_000;

const start = (plan: RetryPlan = growingPauses(() => 0.5)) => {
  const server = new FakeServer();
  const site = new AllLanes().of('s1');
  const row = createRow(1, 1, {
    batch: batchOf(),
    direction: 'download',
    source: { type: 'file', modified: null, chosen: true },
    kind: 'file',
    name: 'f',
    localPath: '/f',
    remotePath: '/f',
    size: 1,
  });
  const told: string[] = [];
  const woken: number[] = [];
  const begun = Date.now();
  const noConnection = new NoConnection({
    sessions: server.sessions,
    plan,
    work: {
      fail: async () => void told.push('failed'),
      putBack: (_, why) => void told.push(why === null ? 'put back' : `put back: ${why.kind}`),
      giveUp: () => void told.push('given up'),
    },
    wake: () => woken.push(Date.now() - begun),
  });
  return { server, site, row, told, woken, noConnection };
};

describe('a network that is away', () => {
  test.each(['unreachable', 'timeout', 'host-not-found', 'refused', 'closed'] as const)(
    'as %s: the site is tried again after pauses that grow to five minutes, for hours, and nothing has failed',
    async (cause) => {
      const { site, row, told, woken, noConnection } = start();
      for (let tries = 0; tries < 60; tries++) {
        await noConnection.dealWith(site, row, fault(cause), ALONE);
        vi.runOnlyPendingTimers();
      }
      const pauses = woken.map((at, index) => at - (woken[index - 1] ?? 0));
      expect(pauses.slice(0, 10)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300].map((seconds) => seconds * 1_000));
      expect(new Set(pauses.slice(9))).toEqual(new Set([300_000]));
      expect(woken.at(-1)).toBeGreaterThan(4 * HOUR);
      expect(new Set(told)).toEqual(new Set(['put back: control-connection']));
    },
  );

  test('is one failure, however many connections were being made', async () => {
    const { site, row, woken, noConnection } = start();
    for (let lanes = 0; lanes < 10; lanes++) await noConnection.dealWith(site, row, fault('unreachable'), ALONE);
    expect(site.failures).toBe(1);
    vi.runOnlyPendingTimers();
    expect(woken).toEqual([1_000]);
  });

  test('shows when it is tried again', async () => {
    const { site, row, noConnection } = start();
    await noConnection.dealWith(site, row, fault('unreachable'), ALONE);
    expect(row.retriesMs).toBe(Date.now() + 1_000);
  });

  test('is given up where nobody waits for it', async () => {
    const { site, row, told, noConnection } = start(fixedPauses([1_000, 5_000]));
    for (let tries = 0; tries < 3; tries++) {
      await noConnection.dealWith(site, row, fault('unreachable'), ALONE);
      vi.runOnlyPendingTimers();
    }
    expect(told.at(-1)).toBe('given up');
  });

  test('is not what another host that answers is', async () => {
    const { site, row, told, noConnection } = start();
    await noConnection.dealWith(site, row, fault('stranger'), ALONE);
    expect(told).toEqual(['given up']);
  });
});

describe('a further connection that is not to be had', () => {
  test('is done without, and asked for again after a minute, then after two, and never more often than that', async () => {
    const { server, site, row, told, woken, noConnection } = start();
    const others = { others: 9, standing: 2, since: 0 };
    for (let tries = 0; tries < 8; tries++) {
      await noConnection.dealWith(site, row, fault('service-closing', 'greeting'), others);
      expect(site.limit).toBe(2);
      vi.runOnlyPendingTimers();
      expect(site.limit).toBe(Number.POSITIVE_INFINITY);
    }
    const pauses = woken.map((at, index) => at - (woken[index - 1] ?? 0));
    expect(pauses.map((pause) => pause / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(new Set(told)).toEqual(new Set(['put back']));
    expect(server.notes[0]).toBe('No more connections are to be had: transfers go on over 2.');
  });

  test('where there is no other has files go over that for browsing', async () => {
    const { site, row, noConnection } = start();
    await noConnection.dealWith(site, row, fault('service-closing', 'greeting'), ALONE);
    expect(site).toMatchObject({ limit: 1, sharesBrowser: true });
    // And where that one cannot be had either, the site waits.
    await noConnection.dealWith(site, row, fault('service-closing', 'greeting'), ALONE);
    expect(site.pause).not.toBeNull();
  });

  test('is said once', async () => {
    const { server, site, row, noConnection } = start();
    for (let lanes = 0; lanes < 5; lanes++) {
      await noConnection.dealWith(site, row, fault('timeout'), { others: 5, standing: 3, since: 0 });
    }
    expect(server.notes).toHaveLength(1);
  });
});

describe('a session that was closed', () => {
  const closed: Fault = { kind: 'refused-here', stage: 'connecting', reason: 'not-connected', detail: '' };

  test('has its rows wait until it is connected', async () => {
    const { site, row, told, noConnection } = start();
    await noConnection.dealWith(site, row, closed, ALONE);
    expect([site.parked, told]).toEqual([true, ['put back']]);
  });

  test('and is connected again by the time that is found does not have them wait for the next time', async () => {
    const { site, row, told, noConnection } = start();
    site.timesConnected = 1;
    await noConnection.dealWith(site, row, closed, ALONE);
    expect([site.parked, told]).toEqual([false, ['put back']]);
  });
});
