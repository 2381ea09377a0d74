import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { scratchFolder } from '../local/scratch-folder.ts';
import { lostConnection } from './fake-faults.ts';
import { type FakeServer, gated, served } from './fake-server.ts';
import { item, startQueue } from './queue-fixture.ts';

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
});
