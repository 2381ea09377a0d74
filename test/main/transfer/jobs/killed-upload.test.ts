import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { UploadLeftover } from '../../../../src/main/transfer/rows/transfer-row.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { FakeServer, gated } from '../fake-server.ts';
import { leftQueue, uploadLeft } from '../left-queue.ts';
import { item, startQueue } from '../queue-fixture.ts';

const PART = '/.a.longshore-part';
const ASIDE = '/.a.longshore-old';

/** An upload of `new` to `/a` that was under way when the program was killed. */
const leave = async (
  files: Readonly<Record<string, string>>,
  left: Partial<UploadLeftover> | null,
  row: { readonly state?: 'active' | 'paused' | 'cancelled'; readonly replacesNothing?: boolean } = {},
) => {
  const server = new FakeServer();
  if (row.replacesNothing)
    server.trouble = (verb, path) =>
      verb === 'RNTO' && server.files.has(path) ? { fault: replyFault(verb, 550) } : null;
  for (const [path, content] of Object.entries(files)) server.put(path, content);
  const folder = await scratchFolder();
  const localPath = join(folder, 'a');
  await writeFile(localPath, 'new');
  const source = { sourceSize: 3, sourceModifiedMs: Math.trunc((await stat(localPath)).mtimeMs) };
  const { database, add } = leftQueue(server);
  const leftover = left && uploadLeft({ remotePath: PART, ...source, ...left });
  add({ direction: 'upload', localPath, remotePath: '/a', size: 3, leftover, state: row.state ?? 'active' });
  const fixture = startQueue(server.sessions, { kept: { database } });
  if (row.state !== 'cancelled') fixture.queue.sessionConnected('s1');
  const stores = (): number => server.commands.filter((line) => line.startsWith('STOR')).length;
  return { ...fixture, server, folder, stores };
};

const expectInPlace = async ({ quiet, rows, questions, server }: Awaited<ReturnType<typeof leave>>): Promise<void> => {
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done' }]);
  expect(questions).toEqual([]);
  expect([...server.files].map(([path, { content }]) => `${path} ${content}`)).toEqual(['/a new']);
};

describe('an upload in whose middle the program was killed', () => {
  test('replaces the part it left, though it was not told', async () => {
    await expectInPlace(await leave({ [PART]: 'ne' }, null));
  });

  test('is only renamed where the part turns out whole', async () => {
    const left = await leave({ [PART]: 'new' }, {});
    await expectInPlace(left);
    expect(left.stores()).toBe(0);
  });

  test('is sent again where the size of the part is no proof', async () => {
    const left = await leave({ [PART]: 'new' }, { sizeProves: false });
    await expectInPlace(left);
    expect(left.stores()).toBe(1);
  });

  test('is sent again where the part is no beginning of it', async () => {
    await expectInPlace(await leave({ [PART]: 'xx' }, {}));
  });

  test('is done where it has its name already', async () => {
    const left = await leave({ '/a': 'new' }, { allSent: true, atTarget: 'proof' });
    await expectInPlace(left);
    expect(left.stores()).toBe(0);
  });

  test('is sent again in place of a file of the same size, where nobody can say which of them stands there', async () => {
    const left = await leave({ '/a': 'old' }, { allSent: true, atTarget: 'no-proof' });
    await expectInPlace(left);
    expect(left.stores()).toBe(1);
  });

  test('asks nobody about its own beginning, on a server where files have their own names at once', async () => {
    await expectInPlace(await leave({ '/a': 'ne' }, { remotePath: '/a' }));
  });
});

describe('an old file stands aside', () => {
  const away = { allSent: true, removable: false, aside: ASIDE };

  test('and goes once the new one is in its place', async () => {
    const files = { [PART]: 'new', [ASIDE]: 'older' };
    await expectInPlace(await leave(files, { ...away, atTarget: 'proof' }, { replacesNothing: true }));
  });

  test('and goes where the new one is there already', async () => {
    await expectInPlace(await leave({ '/a': 'new', [ASIDE]: 'older' }, { ...away, atTarget: 'proof' }));
  });

  test('and comes back where the transfer is given up', async () => {
    const files = { [PART]: 'new', [ASIDE]: 'older' };
    const { server, queue } = await leave(files, away, { state: 'paused', replacesNothing: true });
    queue.cancel('all');
    await expect.poll(() => [...server.files.keys()]).toEqual(['/a']);
    expect(server.text('/a')).toBe('older');
  });
});

test('what was given up while nobody was connected goes when somebody is', async () => {
  const { server, queue } = await leave({ [PART]: 'ne' }, {}, { state: 'cancelled' });
  expect([...server.files.keys()]).toEqual([PART]);
  queue.sessionConnected('s1');
  await expect.poll(() => [...server.files.keys()]).toEqual([]);
});

test('what could not be removed because the connection broke goes when somebody connects again', async () => {
  const { server, queue, rows } = await leave({ [PART]: 'ne' }, {}, { state: 'paused' });
  server.trouble = (verb) => (verb === 'DELE' ? { fault: lostConnection('finishing') } : null);
  queue.cancel('all');
  await expect.poll(() => server.notes).toEqual([expect.stringContaining('A part of a could not be removed')]);
  expect(rows()).toMatchObject([{ state: 'cancelled' }]);
  server.trouble = () => null;
  queue.sessionConnected('s1');
  await expect.poll(() => [...server.files.keys()]).toEqual([]);
});

test('what was given up while nobody was connected stays where another upload has taken it over meanwhile', async () => {
  const { server, queue, until, quiet, rows, folder } = await leave({ [PART]: 'ne' }, {}, { state: 'cancelled' });
  server.chunk = 1;
  const open = gated(server);
  queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('a')] });
  await until((all) => all.some(({ transferred }) => transferred > 0));
  queue.sessionConnected('s1');
  await until((all) => all.some(({ state }) => state === 'active'));
  open();
  await quiet();
  expect(rows().map(({ state }) => state)).toEqual(['cancelled', 'done']);
  expect(server.text('/a')).toBe('new');
  expect(server.commands).not.toContain(`DELE ${PART}`);
});
