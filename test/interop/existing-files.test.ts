import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ConflictAction, type ConflictRule, ruleForAll } from '#shared/model/conflict-rule.ts';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import { connectTo, storeAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

/** Longer than what a server sends before it notices that nobody takes any more. */
const LONG = 4_000_000;

const rules = (action: ConflictAction): readonly ConflictRule[] => [ruleForAll('any', action)];

onEveryServer('only different content', (server, { name }) => {
  const same = Buffer.alloc(LONG, 'same ');
  const other = Buffer.concat([Buffer.from('X'), same.subarray(1)]);

  it('down and up: what is the same is left, what differs is replaced, and nothing is asked', async () => {
    const connection = await connectTo(server());
    const folder = `${connection.home}/existing ${name}`;
    await connection.makeDirectory(folder);
    for (const file of ['same', 'other']) await storeAll(connection, `${folder}/${file}`, same);
    const here = join(await scratchFolder(), 'here');
    await mkdir(here);
    await writeFile(join(here, 'same'), same);
    await writeFile(join(here, 'other'), other);
    const { queue, rows, quiet, questions } = startQueue(engineSessions(server()).sessions, {
      rules: rules('different-content'),
      connections: 1,
    });
    const outcomes = () => rows().map(({ name: file, direction, state }) => `${file} ${direction}: ${state}`);

    const items = [item('other', 'file', LONG), item('same', 'file', LONG)];
    queue.addUploads({ sessionId: 's1', from: here, to: folder, items });
    await quiet();
    expect(outcomes().sort()).toEqual(['other upload: done', 'same upload: skipped']);

    await writeFile(join(here, 'other'), same);
    queue.addDownloads({ sessionId: 's1', from: folder, to: here, items });
    await quiet();
    expect(
      outcomes()
        .sort()
        .filter((line) => line.includes('download')),
    ).toEqual(['other download: done', 'same download: skipped']);
    expect((await readFile(join(here, 'other'))).equals(other)).toBe(true);
    expect(questions).toEqual([]);
  });
});

onEveryServer('only newer', (server, { name, setsTimes }) => {
  it('by the times that the server tells', async () => {
    const connection = await connectTo(server());
    const folder = `${connection.home}/newer ${name}`;
    await connection.makeDirectory(folder);
    await storeAll(connection, `${folder}/a`, Buffer.from('there'));
    const here = await scratchFolder();
    await writeFile(join(here, 'a'), 'here');
    const { queue, rows, quiet, questions } = startQueue(engineSessions(server()).sessions, { rules: rules('newer') });
    const send = async (time: Date) => {
      await utimes(join(here, 'a'), time, time);
      queue.addUploads({ sessionId: 's1', from: here, to: folder, items: [item('a')] });
      await quiet();
      return rows().at(-1)?.state;
    };
    expect(await send(new Date('2020-01-01T00:00:00Z'))).toBe('skipped');
    expect(await send(new Date('2037-01-01T00:00:00Z'))).toBe('done');
    if (setsTimes) expect(await send(new Date('2037-01-01T00:00:00Z'))).toBe('skipped');
    expect(questions).toEqual([]);
  });
});
