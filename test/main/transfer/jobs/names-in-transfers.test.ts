import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSessionNames } from '../../../../src/main/session/names/session-names.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer, gated, served } from '../fake-server.ts';
import { item, startQueue } from '../queue-fixture.ts';

/** A server whose names are read in an encoding, as sessions of the window do it. */
const readIn = async (server: FakeServer, encoding: string) => {
  const names = createSessionNames(encoding, null);
  await names.ready();
  Object.assign(server.session, { names });
  return names;
};

const MULLER = 'M\uDCFCller';

describe('a transfer', () => {
  test('brings a file under the text of its name, and asks for it by its bytes', async () => {
    const server = served([MULLER]);
    await readIn(server, 'windows-1252');
    const folder = await scratchFolder();
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item(MULLER)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', name: 'Müller', remotePath: '/Müller' }]);
    expect(await readdir(folder)).toEqual(['Müller']);
    expect(server.commands).toContain(`RETR /${MULLER}`);
  });

  test('that waits while another encoding is chosen still asks for the very same file', async () => {
    const server = served(['first', MULLER], 'x'.repeat(200_000));
    const names = await readIn(server, 'windows-1252');
    const open = gated(server);
    const folder = await scratchFolder();
    const { queue, until, quiet, rows } = startQueue(server.sessions, { connections: 1 });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item('first'), item(MULLER)] });
    await until((all) => all[0]?.state === 'active');
    await names.choose('cp437');
    open();
    await quiet();
    expect(rows().map(({ state }) => state)).toEqual(['done', 'done']);
    expect(server.commands).toContain(`RETR /${MULLER}`);
    // What it is called here was decided when it was queued.
    expect((await readdir(folder)).sort()).toEqual(['Müller', 'first'].sort());
  });

  test('sends a file under the bytes that its name is in the encoding of the site', async () => {
    const server = new FakeServer();
    await readIn(server, 'windows-1252');
    const folder = await scratchFolder();
    await writeFile(join(folder, 'Müller'), 'mine');
    const { queue, quiet } = startQueue(server.sessions);
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('Müller')] });
    await quiet();
    expect([...server.files.keys()]).toEqual([`/${MULLER}`]);
  });

  test('of a name that the encoding does not have fails with that, and the others go on', async () => {
    const server = new FakeServer();
    await readIn(server, 'iso-8859-1');
    const folder = await scratchFolder();
    for (const name of ['日本', 'plain']) await writeFile(join(folder, name), 'mine');
    const { queue, rows, quiet } = startQueue(server.sessions);
    queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item('日本'), item('plain')] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'failed', fault: { reason: 'bad-input' } }, { state: 'done' }]);
    expect([...server.files.keys()]).toEqual(['/plain']);
  });

  test('of two files whose names have other bytes and read the same keeps both apart', async () => {
    const server = new FakeServer();
    server.put(`/${MULLER}`, 'in Latin-1');
    server.put('/Müller', 'in UTF-8');
    const names = await readIn(server, 'auto');
    await names.guess('windows-1252');
    const folder = await scratchFolder();
    const { queue, questions, quiet } = startQueue(server.sessions, {
      answer: () => ({ kind: 'conflict', action: 'rename', scope: 'file', newName: null }),
      connections: 1,
    });
    queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item(MULLER), item('Müller')] });
    await quiet();
    expect(questions).toMatchObject([{ otherName: 'Müller' }]);
    expect(await readFile(join(folder, 'Müller'), 'utf8')).toBe('in Latin-1');
    expect(await readFile(join(folder, 'Müller (2)'), 'utf8')).toBe('in UTF-8');
  });
});
