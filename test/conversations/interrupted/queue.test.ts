import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFailed, onTestFinished, test } from 'vitest';
import type { TransferChoice, TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import { scratchFolder } from '../../main/local/scratch-folder.ts';
import { engineSessions } from '../../main/transfer/engine-session.ts';
import { item, startQueue } from '../../main/transfer/queue-fixture.ts';
import type { ScriptedFile, ServerScript } from '../../server-ftp/script.ts';
import { startServerFtp } from '../../server-ftp/server-ftp.ts';
import { keptBy } from '../matrix/expectations.ts';
import { asPacedScript, asScript, fileOf, type Interrupted, interrupted } from './breaks.ts';
import { MODES } from './kinds.ts';

const MEBIBYTE = 1024 * 1024;
const FILES = 30;

interface Moved {
  readonly name: string;
  readonly parameters: TransferParameters;
  readonly choice: TransferChoice;
  readonly local: Buffer;
  readonly kept: readonly Buffer[];
  readonly back: Buffer;
}

/** Files that take turns at the kinds, and what breaks their transfers in the order in which those are begun. */
const planned = (kinds: readonly TransferParameters[], size: number, often: number) => {
  const seed = Date.now() % 1_000_000;
  onTestFailed(() => console.error(`the seed was ${seed}`));
  const cases: readonly Interrupted[] = fc.sample(interrupted(kinds, size, often), { seed, numRuns: FILES });
  const files: readonly Moved[] = cases.map((what, index) => {
    const rule = fileOf(what, size);
    return {
      ...rule,
      name: `file-${index}`,
      parameters: what.parameters,
      choice: { ...what.parameters, ...rule.form },
    };
  });
  return { files, breaks: cases.flatMap(({ breaks }) => breaks) };
};

const start = async (script: ServerScript) => {
  const server = await startServerFtp(script);
  onTestFinished(() => server.close());
  // One file may meet all of the breaks.
  const retryPauses = Array.from({ length: 100 }, () => 0);
  return { server, ...startQueue(engineSessions(server).sessions, { retryPauses }) };
};

describe.each(MODES)('the queue in %s mode', { timeout: 120_000 }, (mode, kinds) => {
  test('downloads broken anywhere are whole in the end, and nothing else lies there', async () => {
    const { files, breaks } = planned(kinds, 150_000, 0);
    const asKept = ({ parameters, kept }: Moved): ScriptedFile =>
      parameters.structure === 'R' ? { records: kept } : { content: Buffer.concat(kept) };
    const { server, queue, rows, quiet } = await start({
      files: Object.fromEntries(files.map((file) => [file.name, asKept(file)])),
      transmission: { markEvery: 8_192, marksInsideRecords: true },
      data: { RETR: breaks.map(asPacedScript) },
    });
    const folder = await scratchFolder();
    for (const { name, choice } of files)
      queue.addDownloads({ sessionId: 's1', from: '/', to: folder, items: [item(name)], transfer: choice });
    await quiet();
    expect(rows().filter(({ state }) => state !== 'done')).toEqual([]);
    expect((await readdir(folder)).toSorted()).toEqual(files.map(({ name }) => name).toSorted());
    for (const { name, back } of files) expect((await readFile(join(folder, name))).equals(back)).toBe(true);
    expect(server.commands.filter((line) => line.startsWith('REST')).length).toBeGreaterThan(FILES / 4);
  });

  test('uploads broken anywhere are whole in the end, and nothing else lies there', async () => {
    const marked = mode !== 'stream';
    const { files, breaks } = planned(kinds, marked ? 1.5 * MEBIBYTE : 150_000, marked ? MEBIBYTE : 0);
    const { server, queue, rows, quiet } = await start({ data: { STOR: breaks.map(asScript) } });
    const folder = join(await scratchFolder(), 'from');
    await mkdir(folder);
    for (const { name, local } of files) await writeFile(join(folder, name), local);
    for (const { name, choice } of files)
      queue.addUploads({ sessionId: 's1', from: folder, to: '/', items: [item(name)], transfer: choice });
    await quiet();
    expect(rows().filter(({ state }) => state !== 'done')).toEqual([]);
    const there = await server.tree.list('/');
    expect(there.map(({ name }) => name).toSorted()).toEqual(files.map(({ name }) => name).toSorted());
    for (const { name, parameters, kept } of files) {
      const found = await keptBy(server, parameters, `/${name}`);
      expect(found.length).toBe(kept.length);
      expect(found.findIndex((part, index) => kept[index]?.equals(part) !== true)).toBe(-1);
    }
    expect(server.commands.filter((line) => line.startsWith('REST')).length).toBeGreaterThan(FILES / 4);
  });
});
