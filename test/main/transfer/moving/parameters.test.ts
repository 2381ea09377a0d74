import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_TRANSFER_CHOICE, type TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import { sessionView, settingsOf } from '../../../fixtures/sessions.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { FakeServer } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

const choiceOf = (part: Partial<TransferChoice>): TransferChoice => ({ ...DEFAULT_TRANSFER_CHOICE, ...part });
const TEXT = choiceOf({ type: { type: 'A', format: 'N' } });
const BLOCKS = choiceOf({ mode: 'B' });

const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));
const HALF = 65_536;

/** A download of `/a` that lists as long as it is. */
const download = async (server: FakeServer, transfer: TransferChoice | null, retryPauses: readonly number[] = [0]) => {
  const folder = await scratchFolder();
  const fixture = startQueue(server.sessions, { retryPauses });
  const items = [item('a', 'file', server.files.get('/a')?.content.length ?? null)];
  fixture.queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items, transfer });
  return { ...fixture, folder };
};

const upload = async (server: FakeServer, transfer: TransferChoice | null, bytes: Buffer = content) => {
  const folder = await scratchFolder();
  await writeFile(join(folder, 'a'), bytes);
  const fixture = startQueue(server.sessions, { retryPauses: [0] });
  fixture.queue.addUploads({
    sessionId: 's1',
    from: folder,
    to: '/',
    items: [item('a', 'file', bytes.length)],
    transfer,
  });
  return { ...fixture, folder };
};

const serving = (bytes: Buffer | string = content): FakeServer => {
  const server = new FakeServer();
  server.put('/a', bytes);
  return server;
};

/** Fails the first command of `verb` that gets so far. */
const breakOnce = (
  server: FakeServer,
  verb: string,
  after: number,
  stage: 'after-preliminary-reply' | 'after-data',
): void => {
  let broken = false;
  server.trouble = (seen) => {
    if (seen !== verb || broken) return null;
    broken = true;
    return { after, fault: lostConnection(stage) };
  };
};

describe('a transfer moves', () => {
  test('as it was wished, else as the site says, with its form', async () => {
    const server = serving('abc');
    Object.assign(server.session, {
      view: () => sessionView('s1', { settings: settingsOf({ transfer: TEXT, allocate: true }) }),
    });
    await (await download(server, { ...BLOCKS, recordForm: 'prefixed', codePage: '273' })).quiet();
    await (await download(server, null)).quiet();
    server.files.clear();
    await (await upload(server, null)).quiet();
    const { type, structure } = DEFAULT_TRANSFER_CHOICE;
    expect(server.transfers[0]).toMatchObject({
      parameters: { type, structure, mode: 'B' },
      form: { recordForm: 'prefixed', codePage: '273' },
      allocate: null,
    });
    expect(server.transfers[1]).toMatchObject({ parameters: { type: TEXT.type, structure, mode: 'S' } });
    expect(server.transfers[2]).toMatchObject({ allocate: { bytes: content.length, recordBytes: null } });
  });
});

describe('where bytes differ in number', () => {
  test('a length that differs is no fault, and what came is what counts', async () => {
    const server = serving('four lines');
    const { rows, quiet, folder, queue } = await download(server, TEXT);
    server.put('/a', 'of text');
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', size: 7, transferred: 7 }]);
    expect(server.commands.filter((command) => command.startsWith('SIZE'))).toEqual([]);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('of text');
    expect(queue.summary()).toMatchObject({ totalBytes: 7, transferredBytes: 7 });
  });

  test('an upload is not measured by SIZE', async () => {
    const server = new FakeServer();
    const { rows, quiet } = await upload(server, TEXT);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.commands.filter((command) => command.startsWith('SIZE'))).toEqual([]);
  });

  test('a broken transfer begins anew', async () => {
    const server = serving();
    breakOnce(server, 'RETR', HALF, 'after-preliminary-reply');
    const { rows, quiet, folder } = await download(server, TEXT);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.commands.some((command) => command.startsWith('REST'))).toBe(false);
    expect((await readFile(join(folder, 'a'))).equals(content)).toBe(true);
  });

  test('a lost 226 leaves an upload unknown only when it may be in place; before, it is sent again', async () => {
    const server = new FakeServer();
    breakOnce(server, 'STOR', content.length, 'after-data');
    const { rows, quiet } = await upload(server, TEXT);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.commands.filter((command) => command.startsWith('STOR'))).toHaveLength(2);

    const other = new FakeServer();
    breakOnce(other, 'RENAMED', 0, 'after-data');
    const lost = await upload(other, TEXT);
    await lost.quiet();
    expect(lost.rows()).toMatchObject([{ state: 'unknown' }]);
  });

  test('a part that is there already is asked about, and not gone on with', async () => {
    const server = serving();
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a'), 'begun');
    const { queue, questions, quiet } = startQueue(server.sessions);
    const items = [item('a', 'file', content.length)];
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items, transfer: TEXT });
    await quiet();
    expect(questions).toMatchObject([{ canResume: false, source: { size: null } }]);
  });
});

describe('in block mode', () => {
  test('a broken download goes on from the newest marker, and what came behind it comes again', async () => {
    const server = serving();
    server.chunk = 50_000;
    breakOnce(server, 'RETR', 100_000, 'after-preliminary-reply');
    const { rows, quiet, folder } = await download(server, BLOCKS);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect(server.transfers[1]?.start).toEqual({ marker: 'mark-100000', localBytes: 100_000 });
    expect((await readFile(join(folder, 'a'))).equals(content)).toBe(true);
  });

  test('a broken upload goes on from the newest marker', async () => {
    const server = new FakeServer();
    breakOnce(server, 'STOR', HALF, 'after-preliminary-reply');
    const { rows, quiet } = await upload(server, BLOCKS);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.transfers[1]?.start).toEqual({ marker: 'mark-65536', localBytes: HALF });
    expect(server.files.get('/a')?.content.equals(content)).toBe(true);
  });

  test.each([
    ['download', 'RETR', 501],
    ['upload', 'STOR', 554],
  ] as const)('a marker that is refused has the %s begin anew, once', async (direction, verb, code) => {
    const server = direction === 'download' ? serving() : new FakeServer();
    let broken = false;
    server.trouble = (seen) => {
      if (seen === 'REST') return { fault: replyFault('REST', code) };
      if (seen !== verb || broken) return null;
      broken = true;
      return { after: HALF, fault: lostConnection('after-preliminary-reply') };
    };
    const { rows, quiet, folder } = await (direction === 'download' ? download : upload)(server, BLOCKS);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.commands.filter((command) => command.startsWith('REST'))).toHaveLength(1);
    expect((await readFile(join(folder, 'a'))).equals(content)).toBe(true);
    expect(server.files.get('/a')?.content.equals(content)).toBe(true);
  });

  test('a source that changed meanwhile begins anew', async () => {
    const server = serving();
    breakOnce(server, 'RETR', HALF, 'after-preliminary-reply');
    const before = server.trouble;
    server.trouble = (verb, path, connection) => {
      const trouble = before(verb, path, connection);
      if (trouble !== null) server.put('/a', content, Date.UTC(2026, 5, 5));
      return trouble;
    };
    const { rows, quiet } = await download(server, BLOCKS);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.transfers.map(({ start }) => start)).toEqual([null, null]);
  });

  test('a lost 226 does not hide what may have been suspect: it is had again from the marker', async () => {
    const server = serving();
    breakOnce(server, 'RETR', content.length, 'after-data');
    const { rows, quiet } = await download(server, BLOCKS);
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done' }]);
    expect(server.transfers).toHaveLength(2);
  });
});

describe('suspect data', () => {
  test('is never put in place but kept beside it, and the transfer has failed', async () => {
    const server = serving();
    server.suspect = [
      { offset: 0, length: 100 },
      { offset: 5_000, length: 1 },
    ];
    const { rows, quiet, folder, queue } = await download(server, BLOCKS);
    await quiet();
    const detail = `bytes 0-99, 5000-5000 of what is kept as ${join(folder, 'a.suspect')}`;
    expect(rows()).toMatchObject([{ state: 'failed', fault: { kind: 'protocol', reason: 'suspect-data', detail } }]);
    expect(await readdir(folder)).toEqual(['a.suspect']);
    expect((await readFile(join(folder, 'a.suspect'))).equals(content)).toBe(true);

    // Tried again it may be suspect again, and what was kept before stays.
    queue.retry('all');
    await quiet();
    expect((await readdir(folder)).sort()).toEqual(['a (2).suspect', 'a.suspect']);
  });

  test('names a few ranges and counts the others', async () => {
    const server = serving();
    server.suspect = Array.from({ length: 20 }, (_, index) => ({ offset: index * 10, length: 5 }));
    const { rows, quiet } = await download(server, BLOCKS);
    await quiet();
    const { fault } = rows()[0] ?? {};
    expect(fault?.kind === 'protocol' && fault.detail).toContain('70-74 and 12 more of');
  });
});
