import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '../main/local/scratch-folder.ts';
import { engineSessions } from '../main/transfer/engine-session.ts';
import { bytes } from '../main/transfer/planted-tree.ts';
import { item, startQueue } from '../main/transfer/queue-fixture.ts';
import type { DataScript } from '../server-ftp/script.ts';
import { startServerFtp } from '../server-ftp/server-ftp.ts';

const FILES = 20;

/** Numbers from 0 to below `limit` that are the same in every run of the same seed. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor(state / 65_536) % limit;
  };
};

/** One of the ways a transfer goes wrong, or right. */
const troubleBy = (random: (limit: number) => number): DataScript | null => {
  const after = random(100_000);
  const ways: readonly (DataScript | null)[] = [
    null,
    { vanishAfter: after },
    { stopAfter: after },
    { stopAfter: after, ending: 'reset' },
    { completion: { say: '', andThen: 'reset' } },
    { completion: { say: '', andThen: 'close' } },
    { completion: '451 Local error' },
    { completion: '426 Aborted' },
  ];
  return ways[random(ways.length)] ?? null;
};

test.each([1, 2, 3])('no trouble on the way puts wrong bytes in place (seed %i)', { timeout: 30_000 }, async (seed) => {
  const random = numbersFrom(seed);
  const names = Array.from({ length: FILES }, (_, index) => `file ${index}`);
  const contents = new Map(names.map((name, index) => [name, bytes(random(100_000), index + 3)] as const));
  const troubles = Array.from({ length: FILES * 4 }, () => troubleBy(random));
  const server = await startServerFtp({
    files: Object.fromEntries([...contents].map(([name, content]) => [`down/${name}`, content])),
    data: { RETR: troubles, STOR: troubles.toReversed() },
  });
  onTestFinished(() => server.close());
  const here = await scratchFolder();
  const back = await scratchFolder();
  for (const [name, content] of contents) await writeFile(join(here, name), content);

  const { queue, rows, quiet } = startQueue(engineSessions(server).sessions, { retryPauses: new Array(12).fill(0) });
  const items = names.map((name) => item(name));
  queue.addDownloads({ sessionId: 's1', from: '/down', to: back, items });
  queue.addUploads({ sessionId: 's1', from: here, to: '/', items });
  await quiet();

  expect(rows().filter((row) => row.state !== 'done')).toEqual([]);
  expect((await readdir(back)).sort()).toEqual(names.toSorted());
  for (const [name, content] of contents) {
    expect((await readFile(join(back, name))).equals(content)).toBe(true);
    expect((await server.content(`/${name}`)).equals(content)).toBe(true);
  }
  expect(server.commands.filter((command) => /^(RETR|STOR)/.test(command)).length).toBeGreaterThan(FILES * 2);
});
