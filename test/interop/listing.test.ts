import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const NAMES = [
  'plain.txt',
  'two  spaces inside.txt',
  'Größe Ärger ßpät.txt',
  '日本語のファイル名.txt',
  '-leading dash',
  '--help',
  '"quoted" and \'single\'',
  'semi;colon=equals; and',
  '100% [brackets] {braces} *star*',
  '.hidden',
  'Nov 21 05:53 looks like a date',
  'a -> b',
];

onEveryServer('listing', (server, known) => {
  it.each([
    { by: 'the best it has', mlsdFails: false },
    { by: 'LIST', mlsdFails: true },
  ])('shows every name of a tree by $by', async ({ mlsdFails }) => {
    const { root } = server();
    const modified = Date.UTC(2026, 5, 7, 8, 9, 10);
    await mkdir(join(root, 'tree/below'), { recursive: true });
    for (const [index, name] of NAMES.entries()) {
      await writeFile(join(root, 'tree', name), 'x'.repeat(index));
      await utimes(join(root, 'tree', name), modified / 1000, modified / 1000);
    }
    const connection = await connectTo(server(), { learned: { ...nothingLearned(), mlsdFails } });
    const { entries, summary } = await listAll(connection, joinPathname(connection.home, 'tree'));
    const expected = [...NAMES, 'below'];
    // LIST leaves hidden names out on some servers, which is their right.
    const shown = new Set(entries.map(({ name }) => name).concat('.hidden'));
    expect([...shown].sort()).toEqual(expected.toSorted());
    expect(summary.notUnderstood).toEqual([]);
    for (const [index, name] of NAMES.entries()) {
      const entry = entries.find((candidate) => candidate.name === name);
      if (entry) expect(entry).toMatchObject({ type: 'file', size: index, permissions: 'rw-r--r--' });
    }
    expect(entries.find(({ name }) => name === 'below')).toMatchObject({ type: 'directory' });
    if (known.machineListings && !mlsdFails)
      expect(entries.find(({ name }) => name === 'plain.txt')?.modified).toEqual({
        epochMs: modified,
        precision: 'second',
        zone: 'utc',
      });
  });

  it('of an empty directory is empty, and of a missing one a refusal', async () => {
    await mkdir(join(server().root, 'empty'));
    const connection = await connectTo(server());
    expect((await listAll(connection, joinPathname(connection.home, 'empty'))).entries).toEqual([]);
    await expect(connection.changeDirectory(joinPathname(connection.home, 'missing'))).rejects.toMatchObject({
      fault: { kind: 'reply', command: 'CWD', code: 550 },
    });
    await connection.noop();
  });
});
