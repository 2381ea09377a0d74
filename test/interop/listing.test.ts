import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { DEFAULT_LISTING, LISTING_COMMANDS } from '../../src/shared/model/listing-choice.ts';
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

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

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

  it.each(LISTING_COMMANDS.filter((command) => command !== 'MLSD' || known.machineListings))(
    'shows the same tree by %s',
    async (command) => {
      const { root } = server();
      const modified = Date.UTC(2026, 5, 7, 8, 9, 0);
      await mkdir(join(root, 'same/a folder/inside'), { recursive: true });
      for (const [index, name] of NAMES.entries()) {
        const path = join(root, 'same/a folder', name);
        await writeFile(path, 'x'.repeat(index));
        await utimes(path, modified / 1000, modified / 1000);
      }
      const connection = await connectTo(server(), { listing: { ...DEFAULT_LISTING, command } });
      const { entries, summary } = await listAll(connection, joinPathname(connection.home, 'same/a folder'));
      const sure = command !== 'NLST';
      const expected = [
        { name: 'inside', type: sure ? 'directory' : 'unknown' },
        ...NAMES.map((name, size) => (sure ? { name, type: 'file', size } : { name, type: 'unknown' })),
      ];
      // LIST and NLST leave hidden names out on some servers, which is their right.
      const seen = expected.filter(({ name }) => name !== '.hidden' || entries.some((entry) => entry.name === name));
      expect(entries.toSorted(byName)).toMatchObject(seen.toSorted(byName));
      expect(entries).toHaveLength(seen.length);
      expect(summary.notUnderstood).toEqual([]);
    },
  );

  it.each(['auto', 'STAT', 'NLST'] as const)('of an empty directory is empty by %s', async (command) => {
    await mkdir(join(server().root, 'empty'), { recursive: true });
    const connection = await connectTo(server(), { listing: { ...DEFAULT_LISTING, command } });
    expect((await listAll(connection, joinPathname(connection.home, 'empty'))).entries).toEqual([]);
  });

  it('of a missing directory is a refusal', async () => {
    const connection = await connectTo(server());
    await expect(connection.changeDirectory(joinPathname(connection.home, 'missing'))).rejects.toMatchObject({
      fault: { kind: 'reply', command: 'CWD', code: 550 },
    });
    await connection.noop();
  });

  it('tells the zone of a server without MLSD by MDTM, and its next listing in UTC', async () => {
    if (known.machineListings) return;
    const { root } = server();
    const modified = Math.floor(Date.now() / 60_000) * 60_000 - 86_400_000;
    await mkdir(join(root, 'times'));
    await writeFile(join(root, 'times/recent.txt'), 'x');
    await utimes(join(root, 'times/recent.txt'), modified / 1000, modified / 1000);
    const connection = await connectTo(server());
    const path = joinPathname(connection.home, 'times');
    await listAll(connection, path);
    await connection.noop();
    const [entry] = (await listAll(connection, path)).entries;
    // inetutils-ftpd has MDTM and no FEAT that would say so.
    const zone = connection.features.has('MDTM') ? 'utc' : 'unknown';
    expect(entry?.modified).toMatchObject({ epochMs: modified, zone });
  });
});
