import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { joinPathname } from '../../src/shared/ftp/pathname.ts';
import { connectTo, listAll } from './connecting.ts';
import { onEveryServer } from './scenario.ts';

const ENTRIES = 100_000;
// In memory where there is such a place: a disk takes fifteen times as long to make the files.
const root = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'longshore-large-'));

beforeAll(async () => {
  await mkdir(join(root, 'large'));
  for (let index = 0; index < ENTRIES; index += 1)
    closeSync(openSync(join(root, 'large', `Datei ${index} ä.bin`), 'w'));
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }), 60_000);

onEveryServer(
  'a directory of 100,000 entries',
  (server, known) => {
    it.each(known.machineListings ? ['MLSD', 'LIST'] : ['LIST'])('is understood whole by %s', async (verb) => {
      const commands: string[] = [];
      const connection = await connectTo(server(), {
        learned: { ...nothingLearned(), mlsdFails: verb === 'LIST' },
        observer: { command: (line) => void commands.push(line), reply: () => {}, note: () => {} },
      });
      const { entries, summary } = await listAll(connection, joinPathname(connection.home, 'large'));
      expect(new Set(entries.map(({ name }) => name)).size).toBe(ENTRIES);
      expect(summary).toEqual({ entries: ENTRIES, notUnderstood: [], notUnderstoodCount: 0 });
      expect(commands.some((line) => line.startsWith(verb))).toBe(true);
    });
  },
  { root },
);
