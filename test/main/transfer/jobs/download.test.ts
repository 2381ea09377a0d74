import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { bareEntry } from '#shared/ftp/file-entry.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { FakeServer } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const bytes = (length: number): Buffer => Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 7) % 251));

describe('a download', () => {
  test('arrives whole, with its time, and leaves no part file', async () => {
    const server = new FakeServer();
    const content = bytes(200_000);
    server.put('/a.bin', content, Date.UTC(2025, 4, 6, 7, 8, 9));
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin', 'file', content.length)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: 200_000, size: 200_000, fault: null }]);
    expect(await readFile(join(folder, 'a.bin'))).toEqual(content);
    expect((await stat(join(folder, 'a.bin'))).mtimeMs).toBe(Date.UTC(2025, 4, 6, 7, 8, 9));
    expect(await readdir(folder)).toEqual(['a.bin']);
  });

  test('goes on after a lost connection with what is here', async () => {
    const server = new FakeServer();
    const content = bytes(300_000);
    server.put('/a.bin', content);
    let lost = 0;
    server.trouble = (verb) =>
      verb === 'RETR' && lost++ === 0 ? { after: 65_536, fault: lostConnection('after-preliminary-reply') } : null;
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions, { connections: 1 });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin', 'file', 300_000)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(await readFile(join(folder, 'a.bin'))).toEqual(content);
    expect(server.leases).toBe(2);
  });

  test('begins anew where the file on the server is another one by then', async () => {
    const server = new FakeServer();
    server.put('/a.bin', bytes(300_000));
    const newer = Buffer.from(bytes(300_000).toReversed());
    let lost = 0;
    server.trouble = (verb) => {
      if (verb !== 'RETR' || lost++ > 0) return null;
      queueMicrotask(() => server.put('/a.bin', newer, Date.UTC(2026, 5, 5)));
      return { after: 65_536, fault: lostConnection('after-preliminary-reply') };
    };
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(await readFile(join(folder, 'a.bin'))).toEqual(newer);
  });

  test('is brought whole where the server does not go on in the middle', async () => {
    const server = new FakeServer();
    server.put('/a.bin', bytes(300_000));
    let tries = 0;
    server.trouble = (verb) => {
      if (verb !== 'RETR') return null;
      tries++;
      if (tries === 1) return { after: 131_072, fault: lostConnection('after-preliminary-reply') };
      return tries === 2 ? { fault: replyFault('REST', 502) } : null;
    };
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(await readFile(join(folder, 'a.bin'))).toEqual(bytes(300_000));
  });

  test('of a server that vanished for good fails and leaves nothing under the final name', async () => {
    const server = new FakeServer();
    server.put('/a.bin', bytes(300_000));
    server.trouble = (verb) =>
      verb === 'RETR' ? { after: 0, fault: lostConnection('after-preliminary-reply') } : null;
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'control-connection' } }]);
    expect(await readdir(folder)).not.toContain('a.bin');
    await queue.stop();
    expect(await readdir(folder)).toEqual([]);
  });

  test('that is shorter than the server says is not put in place', async () => {
    const server = new FakeServer();
    server.put('/a.bin', bytes(100));
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions, { retryPauses: [] });
    const real = server.session.lease.bind(server.session);
    Object.assign(server.session, {
      lease: async (signal: AbortSignal) => {
        const connection = await real(signal);
        return { ...connection, size: async () => 120 };
      },
    });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'protocol', reason: 'size-mismatch' } }]);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is done although the 226 was lost, where every byte is here', async () => {
    const server = new FakeServer();
    server.put('/a.bin', bytes(100));
    server.trouble = (verb) => (verb === 'RETR' ? { after: 100, fault: lostConnection('after-data') } : null);
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin', 'file', 100)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(await readFile(join(folder, 'a.bin'))).toEqual(bytes(100));
  });

  test('is unknown after a lost 226 where nobody knows how long the file is', async () => {
    const server = new FakeServer();
    server.knowsSize = false;
    server.put('/a.bin', bytes(100));
    server.trouble = (verb) => (verb === 'RETR' ? { after: 100, fault: lostConnection('after-data') } : null);
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a.bin')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'unknown', fault: { stage: 'after-data' } }]);
    expect(await readdir(folder)).not.toContain('a.bin');
  });

  test('that finds the disk full fails alone, and what waits is paused', async () => {
    const server = new FakeServer();
    for (let index = 0; index < 50; index++) server.put(`/${index}`, 'content');
    const full = new FaultError({
      kind: 'local-file',
      stage: 'after-preliminary-reply',
      cause: 'disk-full',
      path: '/x',
      detail: 'ENOSPC',
    });
    server.trouble = (verb) => (verb === 'RETR' ? { after: 0, fault: full } : null);
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions, { connections: 1 });
    const items = Array.from({ length: 50 }, (_, index) => item(String(index)));
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items });
    await quiet();
    expect(rows().filter((row) => row.state === 'failed')).toMatchObject([{ fault: { cause: 'disk-full' } }]);
    expect(queue.summary().counts.paused).toBe(49);
    expect((await readdir(folder)).filter((name) => !name.endsWith('.longshore-part'))).toEqual([]);

    server.trouble = () => null;
    queue.resume('all');
    queue.retry('all');
    await quiet();
    expect(queue.summary().counts.done).toBe(50);
    expect(await readdir(folder)).toHaveLength(50);
  });
});

describe('a folder download', () => {
  test('brings the tree, empty folders and odd names', async () => {
    const server = new FakeServer();
    for (const path of ['/t', '/t/leer', '/t/日本語', '/t/日本語/深い']) server.folders.add(path);
    server.put('/t/日本語/深い/ファイル.txt', 'eins');
    server.put('/t/mit leer.txt', '');
    const folder = await scratchFolder();
    const { queue, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('t', 'directory')] });
    await quiet();
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      ['t', 't/leer', 't/mit leer.txt', 't/日本語', 't/日本語/深い', 't/日本語/深い/ファイル.txt'].sort(),
    );
    expect(await readFile(join(folder, 't/日本語/深い/ファイル.txt'), 'utf8')).toBe('eins');
  });

  test('goes on with the rest where a name is not safe, and creates nothing outside', async () => {
    const server = new FakeServer();
    server.folders.add('/t');
    server.put('/t/good', 'good');
    const evil = ['../evil', '..\\evil', '/etc/evil', 'a/../../evil', '..', '.', 'x\0y'];
    server.oddEntries.set(
      '/t',
      evil.flatMap((name) =>
        (['file', 'directory'] as const).map((type) => ({
          name,
          type,
          size: 1,
          modified: null,
          permissions: null,
          owner: null,
          group: null,
          target: null,
        })),
      ),
    );
    const outer = await scratchFolder();
    const folder = join(outer, 'inner');
    await mkdir(folder);
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('t', 'directory')] });
    await quiet();
    expect((await readdir(outer, { recursive: true })).sort()).toEqual(['inner', 'inner/t', 'inner/t/good']);
    const failed = rows().filter((row) => row.state === 'failed');
    expect(failed).toHaveLength(evil.length * 2);
    for (const row of failed) expect(row.fault).toMatchObject({ kind: 'refused-here', reason: 'unsafe-name' });
  });

  test('is refused where a symbolic link stands in the way', async () => {
    const server = new FakeServer();
    server.folders.add('/t');
    server.folders.add('/t/sub');
    server.put('/t/sub/file', 'content');
    const outer = await scratchFolder();
    await mkdir(join(outer, 'elsewhere'));
    await mkdir(join(outer, 'inner', 't'), { recursive: true });
    await symlink(join(outer, 'elsewhere'), join(outer, 'inner', 't', 'sub'));
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: join(outer, 'inner'), items: [item('t', 'directory')] });
    await quiet();
    expect(await readdir(join(outer, 'elsewhere'))).toEqual([]);
    expect(rows().find((row) => row.state === 'failed')?.fault).toMatchObject({ reason: 'through-link' });
  });

  test('leaves links to folders out and brings the files links lead to', async () => {
    const server = new FakeServer();
    server.folders.add('/t');
    server.folders.add('/t/loop');
    server.put('/t/to-file', 'behind the link');
    const link = (name: string) => ({
      name,
      type: 'link' as const,
      size: 3,
      modified: null,
      permissions: null,
      owner: null,
      group: null,
      target: '..',
    });
    server.entries = (folder) => (folder === '/t' ? [link('loop'), link('to-file')] : []);
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('t', 'directory')] });
    await quiet();
    expect(rows().find((row) => row.name === 'loop')).toMatchObject({
      state: 'skipped',
      fault: { reason: 'through-link' },
    });
    expect(await readFile(join(folder, 't', 'to-file'), 'utf8')).toBe('behind the link');
  });

  test('finds out what mere names stand for: folders are read, files brought', async () => {
    const server = new FakeServer();
    for (const path of ['/t', '/t/sub', '/t/sub/empty']) server.folders.add(path);
    server.put('/t/sub/file', 'inside');
    server.put('/t/other', 'beside');
    server.entries = (folder) =>
      ({ '/t': ['sub', 'other'], '/t/sub': ['empty', 'file'] })[folder]?.map((name) => bareEntry(name, 'unknown')) ??
      [];
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('t', 'unknown')] });
    await quiet();
    expect(rows().filter(({ state }) => state !== 'done')).toEqual([]);
    expect(await readFile(join(folder, 't/sub/file'), 'utf8')).toBe('inside');
    expect(await readFile(join(folder, 't/other'), 'utf8')).toBe('beside');
    expect(await readdir(join(folder, 't/sub'))).toEqual(['empty', 'file']);
  });

  test('read again after a lost connection adds no file twice', async () => {
    const server = new FakeServer();
    for (const path of ['/t', '/t/a', '/t/b']) server.folders.add(path);
    for (const path of ['/t/x', '/t/a/x', '/t/b/x']) server.put(path, 'x');
    let lists = 0;
    server.trouble = (verb) =>
      verb === 'LIST' && ++lists === 2 ? { fault: lostConnection('after-preliminary-reply') } : null;
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions, { connections: 1 });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('t', 'directory')] });
    await quiet();
    expect(rows().map((row) => row.state)).toEqual(['done', 'done', 'done', 'done']);
  });
});

test('a file that appeared under the final name meanwhile is asked about, and nothing is brought twice', async () => {
  const server = new FakeServer();
  server.put('/a', bytes(200_000));
  const folder = await scratchFolder();
  let open = (): void => {};
  server.gate = new Promise((resolve) => {
    open = resolve;
  });
  const { queue, rows, questions, until, quiet } = startQueue(server.sessions, {
    answer: () => ({ kind: 'conflict', action: 'overwrite', scope: 'file', newName: null }),
  });
  queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('a')] });
  await until((all) => all.some((row) => row.transferred > 0));
  await writeFile(join(folder, 'a'), 'mine');
  open();
  await quiet();
  expect(questions).toMatchObject([{ name: 'a', target: { size: 4 }, source: { size: 200_000 } }]);
  expect(rows()).toMatchObject([{ state: 'done' }]);
  expect(await readFile(join(folder, 'a'))).toEqual(bytes(200_000));
  expect(await readdir(folder)).toEqual(['a']);
  expect(server.commands.filter((command) => command.startsWith('RETR'))).toHaveLength(1);
});
