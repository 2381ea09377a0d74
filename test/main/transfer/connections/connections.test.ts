import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { DEFAULT_TRANSFER_POLICY } from '#shared/model/transfer-policy.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection } from '../fake-faults.ts';
import { FakeServer, gated, served } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const unreachable = new FaultError({
  kind: 'control-connection',
  stage: 'connecting',
  cause: 'unreachable',
  host: 'fake',
  port: 21,
  detail: 'ENETUNREACH',
});

describe('connections', () => {
  const many = Array.from({ length: 12 }, (_, index) => `f${index}`);
  const downloadMany = async (server: FakeServer, connections: number) => {
    const folder = await scratchFolder();
    const fixture = startQueue(server.sessions, { connections });
    fixture.queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: many.map((name) => item(name)) });
    return { folder, ...fixture };
  };

  test('are as many as preferred and not more', async () => {
    const server = served(many);
    const open = gated(server);
    const { until, queue, quiet } = await downloadMany(server, 3);
    await until((all) => all.filter((row) => row.transferred > 0).length === 3);
    expect(queue.summary().counts.active).toBe(3);
    open();
    await quiet();
    expect(server.leases).toBe(3);
    expect(queue.summary().counts.done).toBe(12);
  });

  test('are fewer where the server allows fewer, and no file fails', async () => {
    const server = served(many);
    server.leaseFault = (standing) =>
      standing >= 2
        ? new FaultError({ kind: 'reply', stage: 'logging-in', command: 'USER', code: 530, text: 'too many' })
        : null;
    const { queue, quiet } = await downloadMany(server, 10);
    await quiet();
    expect(queue.summary().counts).toMatchObject({ done: 12, failed: 0 });
    expect(server.notes.length).toBeGreaterThan(0);
  });

  test('are that for browsing where the server allows no other', async () => {
    const server = served(many);
    server.leaseFault = () =>
      new FaultError({
        kind: 'control-connection',
        stage: 'greeting',
        cause: 'service-closing',
        host: 'fake',
        port: 21,
        detail: '421',
      });
    const { queue, quiet } = await downloadMany(server, 3);
    await quiet();
    expect(queue.summary().counts).toMatchObject({ done: 12, failed: 0 });
  });

  test('that cannot be had any more fail one transfer and pause the others', async () => {
    const server = served(many);
    server.leaseFault = () => lostConnection('logging-in');
    const { queue, quiet } = await downloadMany(server, 1);
    await quiet();
    expect(queue.summary().counts).toMatchObject({ failed: 1, paused: 11 });
  });

  test('of a session that was closed leave its transfers waiting until it is connected again', async () => {
    const server = served(many);
    server.connected = false;
    const { queue, rows, until, quiet } = await downloadMany(server, 2);
    await until((all) => all.every((row) => row.state === 'waiting'));
    expect(rows()[0]?.fault).toBeNull();
    server.connected = true;
    queue.sessionConnected('s1');
    await quiet();
    expect(queue.summary().counts.done).toBe(12);
  });

  test('of a session that is connected again while it is found closed go on', async () => {
    const server = served(many);
    let closed = true;
    let connect = (): void => {};
    server.leaseFault = () => {
      if (!closed) return null;
      closed = false;
      connect();
      return new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'not-connected', detail: '' });
    };
    const { queue, quiet } = startQueue(server.sessions, { connections: 1 });
    connect = () => queue.sessionConnected('s1');
    const to = await scratchFolder();
    queue.addDownloads({ sessionId: 's1', from: '/', to, items: many.map((name) => item(name)) });
    await quiet();
    expect(queue.summary().counts.done).toBe(12);
  });

  test('are as many as the site says, whatever is preferred', async () => {
    const server = served(many);
    server.policy = { ...DEFAULT_TRANSFER_POLICY, connections: 2 };
    const open = gated(server);
    const { until, queue, quiet } = await downloadMany(server, 3);
    await until((all) => all.filter((row) => row.transferred > 0).length === 2);
    expect(queue.summary().counts.active).toBe(2);
    open();
    await quiet();
    expect(server.leases).toBe(2);
  });

  test('that cannot be made while others go on are done without, whatever the reason', async () => {
    const server = served(many);
    server.leaseFault = (standing) => (standing >= 1 ? unreachable : null);
    const { queue, quiet } = await downloadMany(server, 5);
    await quiet();
    expect(queue.summary().counts).toMatchObject({ done: 12, failed: 0 });
    expect(server.notes).toEqual(['No more connections are to be had: transfers go on over 1.']);
  });
});

describe('a network that goes away', () => {
  test('in the middle of many files fails none of them, and they go on when it is back', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `f${index}`);
    const server = served(names);
    let away = false;
    let begun = 0;
    server.leaseFault = () => (away ? unreachable : null);
    server.trouble = (verb) => {
      if (verb === 'RETR' && ++begun === 40) away = true;
      return away ? { fault: lostConnection('after-preliminary-reply') } : null;
    };
    const folder = await scratchFolder();
    const { queue, rows, until } = startQueue(server.sessions, { connections: 3, retryPauses: null });
    const items = names.map((name) => item(name, 'file', 15));
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
    await until(() => away && queue.summary().counts.active === 0);
    expect(queue.summary().counts).toMatchObject({ failed: 0, paused: 0 });
    expect(rows().find(({ retriesMs }) => retriesMs !== null)).toMatchObject({ state: 'waiting', waitsFor: 'retry' });
    away = false;
    queue.goOn();
    await until(() => queue.summary().counts.done === names.length);
    expect(queue.summary().counts).toMatchObject({ failed: 0, waiting: 0 });
  });
});

describe('the connections of two sites', () => {
  const many = Array.from({ length: 9 }, (_, index) => `f${index}`);
  const twoSites = async (connectionsInTotal: number) => {
    const folder = await scratchFolder();
    const [first, second] = [new FakeServer('s1'), new FakeServer('s2')];
    /** Whose file was begun, in order. */
    const begun: string[] = [];
    for (const server of [first, second]) {
      for (const name of many) server.put(`/${name}`, 'from the server');
      server.trouble = (verb) => {
        if (verb === 'RETR') begun.push(server.session.id);
        return null;
      };
    }
    const get = (id: string) => [first, second].find(({ session }) => session.id === id)?.session;
    const fixture = startQueue({ get }, { connections: 3, connectionsInTotal });
    const add = (sessionId: string): void => {
      const items = many.map((name) => ({ ...item(name), as: `${sessionId} ${name}` }));
      fixture.queue.addDownloads({ sessionId, from: '/', to: folder, items });
    };
    const busy = (sessionId: string): number =>
      fixture.rows().filter((row) => row.sessionId === sessionId && row.state === 'active').length;
    return { first, second, add, busy, begun, ...fixture };
  };

  test('are never more than the total, and the one that came later has its share after a file', async () => {
    const { first, second, add, busy, until, queue, quiet } = await twoSites(3);
    const open = gated(first);
    const openSecond = gated(second);
    add('s1');
    await until((all) => all.filter((row) => row.transferred > 0).length === 3);
    add('s2');
    await until((all) => all.length === 18);
    expect([busy('s1'), busy('s2')]).toEqual([3, 0]);
    let most = 0;
    queue.onChanged(() => {
      most = Math.max(most, busy('s1') + busy('s2'));
    });
    open();
    await until(() => busy('s2') > 0);
    openSecond();
    await quiet();
    expect(most).toBeLessThanOrEqual(3);
    expect(queue.summary().counts.done).toBe(18);
  });

  test('take turns where there is only one for both', async () => {
    const { add, queue, quiet, begun } = await twoSites(1);
    add('s1');
    add('s2');
    await quiet();
    expect(queue.summary().counts.done).toBe(18);
    // While both have files to go, neither waits for more than one of the other.
    const both = begun.slice(0, 17).join(' ');
    expect(both).not.toMatch(/s1 s1 s1|s2 s2 s2/);
  });
});
