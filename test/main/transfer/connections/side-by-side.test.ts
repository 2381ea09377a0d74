import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { MOST_SIDE_BY_SIDE } from '../../../../src/main/transfer/connections/side-by-side.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { type FakeServer, gated, served } from '../fake-server.ts';
import { item, type QueueFixture, startQueue } from '../queue-fixture.ts';

const names = Array.from({ length: MOST_SIDE_BY_SIDE + 4 }, (_, index) => `f${index}`);

/** Downloads a file of each name, of `size` bytes as listed, over so many connections. */
const downloadAll = async (
  server: FakeServer,
  connections: number,
  size: (name: string) => number | null = () => 15,
): Promise<QueueFixture & { readonly folder: string }> => {
  const folder = await scratchFolder();
  const fixture = startQueue(server.sessions, { connections, retryPauses: [0] });
  const items = names.map((name) => item(name, 'file', size(name)));
  fixture.queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
  return { ...fixture, folder };
};

const active = (all: ReturnType<QueueFixture['rows']>): readonly string[] =>
  all.filter((row) => row.state === 'active').map((row) => row.name);

/** Which connection each transfer command went over. */
const connectionsOf = (server: FakeServer): ReadonlyMap<string, number> => {
  const used = new Map<string, number>();
  const { trouble } = server;
  server.trouble = (verb, path, connection) => {
    if (verb === 'RETR') used.set(path, connection);
    return trouble(verb, path, connection);
  };
  return used;
};

describe('over one connection', () => {
  test('small files are at work side by side, a few at a time', async () => {
    const server = served(names);
    const open = gated(server);
    const { rows, until, queue, quiet } = await downloadAll(server, 1);
    await until((all) => active(all).length === MOST_SIDE_BY_SIDE);
    expect(active(rows())).toEqual(names.slice(0, MOST_SIDE_BY_SIDE));
    open();
    await quiet();
    expect(queue.summary().counts.done).toBe(names.length);
    expect(queue.summary()).toMatchObject({ totalBytes: 15 * names.length, transferredBytes: 15 * names.length });
    expect(server.leases).toBe(1);
  });

  test.each([
    ['a large one', 2_000_000],
    ['one of unknown size', null],
  ])('%s goes alone, and the others before and behind it', async (_, size) => {
    const server = served(names);
    const together = new Set<string>();
    const { rows, quiet } = await downloadAll(server, 1, (name) => (name === 'f4' ? size : 15));
    server.trouble = (verb) => {
      if (verb === 'RETR') together.add(active(rows()).join(' '));
      return null;
    };
    await quiet();
    expect([...together].filter((some) => /\bf4\b/.test(some))).toEqual(['f4']);
    expect([...together].some((some) => some.includes(' '))).toBe(true);
  });

  test('they go one after the other where the server does not bear commands sent ahead', async () => {
    const server = served(names);
    server.pipelines = false;
    const open = gated(server);
    const { rows, until, quiet } = await downloadAll(server, 1);
    await until((all) => all.some((row) => row.transferred > 0));
    expect(active(rows())).toEqual(['f0']);
    open();
    await quiet();
    expect(rows().every((row) => row.state === 'done')).toBe(true);
  });

  test('one that is refused fails alone', async () => {
    const server = served(names);
    server.trouble = (verb, path) => (verb === 'RETR' && path === '/f3' ? { fault: replyFault('RETR', 550) } : null);
    const { rows, queue, quiet } = await downloadAll(server, 1);
    await quiet();
    expect(queue.summary().counts).toMatchObject({ done: names.length - 1, failed: 1 });
    expect(rows()[3]?.state).toBe('failed');
    expect(server.leases).toBe(1);
  });

  test.each([
    ['whose turn it is', 0],
    ['that stands in line', 3],
  ])('one %s can be cancelled and another paused, and the rest is done', async (_, index) => {
    const server = served(names);
    const open = gated(server);
    const { rows, until, queue, quiet, folder } = await downloadAll(server, 1);
    await until((all) => active(all).length === MOST_SIDE_BY_SIDE && all.some((row) => row.transferred > 0));
    queue.cancel([rows()[index]?.id ?? 0]);
    queue.pause([rows()[5]?.id ?? 0]);
    open();
    await quiet();
    expect(rows()[index]?.state).toBe('cancelled');
    expect(rows()[5]?.state).toBe('paused');
    expect(queue.summary().counts.done).toBe(names.length - 2);
    expect(server.leases).toBe(1);
    await queue.stop();
    expect((await readdir(folder)).sort()).toEqual(
      names.filter((name) => name !== `f${index}` && name !== 'f5').sort(),
    );
  });

  test('one whose data takes the connection with it, every time, fails alone', async () => {
    const server = served(names);
    server.trouble = (verb, path) =>
      verb === 'RETR' && path === '/f3' ? { after: 0, fault: lostConnection('after-preliminary-reply') } : null;
    const { rows, queue, quiet } = await downloadAll(server, 1);
    await quiet();
    expect(rows()[3]).toMatchObject({ state: 'failed', fault: { kind: 'control-connection' } });
    expect(queue.summary().counts).toMatchObject({ done: names.length - 1, failed: 1 });
    expect(server.leases).toBeGreaterThan(1);
  });
});

test('over several connections few files are spread evenly', async () => {
  const server = served(names);
  const used = connectionsOf(server);
  const { quiet } = await downloadAll(server, 3);
  await quiet();
  const perConnection = new Map<number, number>();
  for (const connection of used.values()) perConnection.set(connection, (perConnection.get(connection) ?? 0) + 1);
  const shares = [...perConnection.values()];
  expect(shares.reduce((sum, share) => sum + share)).toBe(names.length);
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(2);
});

test('the connection for browsing is lent to one file at a time', async () => {
  const server = served(names);
  server.leaseFault = () =>
    new FaultError({ kind: 'reply', stage: 'logging-in', command: 'USER', code: 530, text: 'too many' });
  const open = gated(server);
  const { rows, until, quiet, queue } = await downloadAll(server, 1);
  await until((all) => all.some((row) => row.transferred > 0));
  expect(active(rows())).toEqual(['f0']);
  open();
  await quiet();
  expect(queue.summary().counts.done).toBe(names.length);
});
