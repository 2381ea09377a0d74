import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../interop/servers/run-command.ts';
import type { BenchOptions } from './bench-options.ts';
import type { Comparison } from './comparison.ts';
import { makeScratch, removeScratch } from './scratch.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SPEC = 'test/app/full-speed.spec.ts';

/** Of 99 of 100 requests at most; and 60 frames a second are one each 16.7 ms. */
const TARGETS = { latencyMs: 16, frameMs: 1_000 / 59 } as const;

interface Figure {
  readonly latencyMs: number;
  readonly framesPerSecond: number;
}

/** What is measured over one line. */
interface Figures extends Readonly<Record<'files' | 'queue', Figure>> {
  readonly name: string;
}

/** How quick the window is while eight transfers run: what the test of it in the app has measured. */
export async function* measureWindow(_options: BenchOptions): AsyncGenerator<Comparison> {
  const scratch = await makeScratch();
  try {
    const file = join(scratch, 'figures.jsonl');
    const playwright = join(PROJECT, 'node_modules/@playwright/test/cli.js');
    const command = [process.execPath, playwright, 'test', '--project=app', SPEC];
    // In memory as everything: the files that come would keep the disk busy, whose write-back takes a core half of its time.
    await runCommand(['env', `LONGSHORE_FIGURES=${file}`, `TMPDIR=${scratch}`, ...command], PROJECT);
    for (const told of (await readFile(file, 'utf8')).trim().split('\n')) {
      const { name, files, queue } = JSON.parse(told) as Figures;
      yield {
        work: `the window while eight transfers run ${name}`,
        server: 'vsftpd',
        longshore: null,
        peers: [],
        floors: [],
        roundTrips: null,
        judgements: [...judged('the files are looked at', files), ...judged('the queue is looked at', queue)],
      };
    }
  } finally {
    await removeScratch(scratch);
  }
}

const judged = (meanwhile: string, { latencyMs, framesPerSecond }: Figure) => [
  { what: `ms for 99 of 100 requests while ${meanwhile}`, of: null, value: latencyMs, target: TARGETS.latencyMs },
  { what: `ms a frame while ${meanwhile}`, of: null, value: 1_000 / framesPerSecond, target: TARGETS.frameMs },
];
