import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchOptions } from './bench-options.ts';
import { serversAtDistances } from './bench-servers.ts';
import { plainWay, type Way } from './clients/client.ts';
import { longshore } from './clients/longshore.ts';
import { type Comparison, memoryJudgement } from './comparison.ts';
import { type Measured, measure } from './interleaved.ts';
import { emptyFolder, makeScratch, removeScratch } from './scratch.ts';
import { timed } from './timed.ts';
import { countFiles, makeTree } from './tree.ts';

const FEW = 10_000;
const MANY = 1_000_000;
/** More connections than one are what a tree of that size is moved over. */
const CONNECTIONS = 8;
/** How much more memory a hundred times the files may take. */
const TARGET = 2;

/**
 * A tree of 10,000 empty files and one of 1,000,000, 1,000 in each folder, down and up: what the queue holds of a row and
 * how long. Of each one run; a peak hardly varies.
 */
export async function* compareMemory(options: BenchOptions): AsyncGenerator<Comparison> {
  const many = options.files ?? (options.quick ? 10 * FEW : MANY);
  for (const direction of ['down', 'up'] as const) {
    const scratch = await makeScratch();
    try {
      const root = join(scratch, 'root');
      await mkdir(root);
      const from = direction === 'down' ? root : scratch;
      for (const files of [FEW, many]) await makeTree(join(from, `tree-${files}`), files);
      for await (const { name, server } of serversAtDistances(root, [0], options.server ?? 'vsftpd')) {
        const way: Way = { ...plainWay(server), connections: CONNECTIONS };
        const few = await once(options, way, direction, scratch, FEW);
        const own = await once(options, way, direction, scratch, many);
        yield {
          work: `tree of ${many} empty files ${direction}, beside one of ${FEW}`,
          server: name,
          longshore: own,
          peers: [],
          floors: [few],
          roundTrips: null,
          judgements: [...memoryJudgement(own), ...growth(few, own)],
        };
      }
    } finally {
      await removeScratch(scratch);
    }
  }
}

const growth = (few: Measured, many: Measured) =>
  few.peakBytes === null || many.peakBytes === null
    ? []
    : [{ what: `of the memory for ${FEW} files`, of: null, value: many.peakBytes / few.peakBytes, target: TARGET }];

const once = async (
  { cli }: BenchOptions,
  way: Way,
  direction: 'down' | 'up',
  scratch: string,
  files: number,
): Promise<Measured> => {
  const tree = `tree-${files}`;
  const arrives = direction === 'down' ? join(scratch, 'here') : join(way.server.root, 'up');
  const client = longshore(cli);
  const work =
    direction === 'down'
      ? client.downloadFolder(way, tree, arrives, files)
      : client.uploadFolder(way, join(scratch, tree), 'up', files);
  if (work === null) throw new Error('Longshore moves trees');
  await emptyFolder(arrives);
  const [measured] = await measure(
    [
      {
        name: `${files} files`,
        once: async () => {
          const run = await timed(work);
          const arrived = await countFiles(arrives);
          if (arrived !== files) throw new Error(`${arrived} of ${files} files arrived`);
          return run;
        },
      },
    ],
    { runs: 1, warmUp: false },
  );
  if (!measured) throw new Error('nothing was measured');
  await emptyFolder(arrives);
  return measured;
};
