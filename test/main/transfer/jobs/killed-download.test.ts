import { link, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atOffset } from '../../../../src/main/ftp/defaults.ts';
import { scratchFolder } from '../../local/scratch-folder.ts';
import { FakeServer, served } from '../fake-server.ts';
import { downloadLeft, leftQueue } from '../left-queue.ts';
import { bytes } from '../planted-tree.ts';
import { startQueue } from '../queue-fixture.ts';

const CONTENT = bytes(300_000);
const CHANGED = new FakeServer();
CHANGED.put('/a', CONTENT);
const sourceModifiedMs = CHANGED.files.get('/a')?.modifiedMs ?? 0;
const SOURCE = { sourceSize: CONTENT.length, sourceModifiedMs };
const PLACING = { ...SOURCE, at: atOffset(CONTENT.length), isWhole: true, placing: CONTENT.length };

/** A download of `/a` to `a` that was under way, with what it left; run on to its end. */
const goOn = async (
  left: Parameters<typeof downloadLeft>[0] | null,
  files: (folder: string) => Promise<void>,
  decision: 'overwrite' | null = null,
) => {
  const server = served(['a'], CONTENT);
  const folder = await scratchFolder();
  await files(folder);
  const { database, add } = leftQueue(server);
  add({
    direction: 'download',
    localPath: join(folder, 'a'),
    remotePath: '/a',
    size: CONTENT.length,
    leftover: left && downloadLeft(left),
    decision: decision && { action: decision, newName: null },
  });
  const { queue, rows, quiet, questions } = startQueue(server.sessions, { kept: { database } });
  queue.sessionConnected('s1');
  await quiet();
  expect(rows()).toMatchObject([{ state: 'done', transferred: CONTENT.length }]);
  expect(questions).toEqual([]);
  expect(await readdir(folder)).toEqual(['a']);
  expect((await readFile(join(folder, 'a'))).equals(CONTENT)).toBe(true);
  return { retrieved: server.transfers.map(({ start }) => start?.localBytes ?? 0) };
};

const part = (content: Uint8Array) => (folder: string) => writeFile(join(folder, '.a.longshore-part'), content);

describe('a download in whose middle the program was killed', () => {
  test('begins anew where nothing was kept, whatever its part holds', async () => {
    const { retrieved } = await goOn(null, part(bytes(400_000, 11)));
    expect(retrieved).toEqual([0]);
  });

  test('goes on with what was surely in the part; what lies behind is cut off', async () => {
    const broken = Buffer.concat([CONTENT.subarray(0, 200_000), Buffer.alloc(50_000)]);
    const { retrieved } = await goOn({ ...SOURCE, at: atOffset(200_000) }, part(broken));
    expect(retrieved).toEqual([200_000 - 65_536]);
  });

  test('begins anew where the part is shorter than was kept, as after a loss of power', async () => {
    const { retrieved } = await goOn({ ...SOURCE, at: atOffset(200_000) }, part(CONTENT.subarray(0, 100_000)));
    expect(retrieved).toEqual([0]);
  });

  test('begins anew where the part is gone', async () => {
    const { retrieved } = await goOn({ ...SOURCE, at: atOffset(200_000) }, async () => {});
    expect(retrieved).toEqual([0]);
  });

  test('begins anew where the source is another by now', async () => {
    const { retrieved } = await goOn(
      { ...SOURCE, sourceSize: 299_999, at: atOffset(200_000) },
      part(bytes(250_000, 11)),
    );
    expect(retrieved).toEqual([0]);
  });
});

describe('a download that was about to get its name', () => {
  test('gets it now', async () => {
    const { retrieved } = await goOn(PLACING, part(CONTENT));
    expect(retrieved).toEqual([]);
  });

  test('has it already, beside the part', async () => {
    const { retrieved } = await goOn(PLACING, async (folder) => {
      await part(CONTENT)(folder);
      await link(join(folder, '.a.longshore-part'), join(folder, 'a'));
    });
    expect(retrieved).toEqual([]);
  });

  test('has it already, and the part is gone', async () => {
    const { retrieved } = await goOn(PLACING, async (folder) => {
      await writeFile(join(folder, 'a'), CONTENT);
      await utimes(join(folder, 'a'), new Date(), new Date(sourceModifiedMs));
    });
    expect(retrieved).toEqual([]);
  });

  test('replaces the file of the same size that it was to replace', async () => {
    const { retrieved } = await goOn(
      PLACING,
      async (folder) => {
        await part(CONTENT)(folder);
        await writeFile(join(folder, 'a'), bytes(CONTENT.length, 11));
        await utimes(join(folder, 'a'), new Date(), new Date(sourceModifiedMs));
      },
      'overwrite',
    );
    expect(retrieved).toEqual([]);
  });
});
