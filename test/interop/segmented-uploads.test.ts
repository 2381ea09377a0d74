import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleBytes } from '../conversations/conversation.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { connectTo } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const content = sampleBytes(20 * 1024 * 1024 + 12_345);

/** Those that go to any place of a file and keep what is behind it. */
const IN_PIECES: ReadonlySet<string> = new Set(['vsftpd', 'inetutils']);

onEveryServer('a file to be sent over four connections', (server, known) => {
  it('arrives whole: in pieces where the server has shown that it keeps them, else in one', async () => {
    const { root } = server();
    const { home } = await connectTo(server());
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a.bin'), content);
    const { sessions, notes } = engineSessions(server());
    const { queue, rows, quiet } = startQueue(sessions, { segments: 4, connections: 4 });
    queue.addUploads({ sessionId: 's1', from: folder, to: home, items: [item('a.bin', 'file', content.length)] });
    await quiet();
    expect(rows()).toMatchObject([{ state: 'done', transferred: content.length }]);
    expect((await readFile(join(root, 'a.bin'))).equals(content)).toBe(true);
    expect((await readdir(root)).filter((name) => name.includes('a.bin'))).toEqual(['a.bin']);
    expect(notes.join()).toContain(IN_PIECES.has(known.name) ? 'stores at any place' : 'does not store at any place');
    await rm(join(root, 'a.bin'));
  }, 60_000);
});
