import { fileURLToPath } from 'node:url';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { BenchOptions } from '../../test/bench/bench-options.ts';
import type { Ports } from '../../test/bench/clients/client.ts';
import { runBenchmarks, WORKS, type Work } from '../../test/bench/run.ts';
import { build } from '../lib/build.ts';
import { WrongUse } from '../lib/wrong-use.ts';
import { BROWSER, CURL, IPROUTE, LFTP, meet, NCFTP, PYTHON, TIME, WGET } from '../test/needs.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

const OPTIONS = {
  runs: { type: 'string' },
  files: { type: 'string' },
  mebibytes: { type: 'string' },
  delay: { type: 'string', multiple: true, default: ['0', '40'] },
  connections: { type: 'string', multiple: true, default: ['1', '8'] },
  server: { type: 'string' },
  ports: { type: 'string' },
  without: { type: 'string', multiple: true, default: [] },
  quick: { type: 'boolean', default: false },
  trace: { type: 'boolean', default: false },
} satisfies ParseArgsOptionsConfig;

/** Runs of each client; few enough for `--quick` to be that. */
const RUNS = { usual: 5, quick: 3 } as const;

/**
 * Measures Longshore beside its peers.
 *
 *     npm run bench [-- WORK... [--runs N] [--files N] [--mebibytes N] [--delay MS]... [--connections N]...
 *                             [--server NAME] [--ports passive|active] [--without PEER]... [--quick] [--trace]]
 *
 * @returns the exit status
 */
export const bench = async (words: readonly string[]): Promise<number> => {
  try {
    const { works, options } = understood(words);
    const failure = await build();
    if (failure !== null) throw new WrongUse(`the build failed:\n${failure}`);
    const missing = await meet([BROWSER, CURL, LFTP, WGET, NCFTP, IPROUTE, PYTHON, TIME]);
    if (missing !== null) throw new WrongUse(missing);
    await runBenchmarks(works, options);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    console.error(error.message);
    return 2;
  }
};

const understood = (words: readonly string[]): { works: readonly Work[]; options: BenchOptions } => {
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
  const works = positionals.map((name): Work => {
    const work = WORKS.find((known) => known === name);
    if (!work) throw new WrongUse(`no such work: ${name}; there are ${WORKS.join(', ')}`);
    return work;
  });
  const { quick, trace, without, server = null } = values;
  const mebibytes = optional('--mebibytes', values.mebibytes, 65_536);
  return {
    works: works.length === 0 ? WORKS : works,
    options: {
      cli: `${project}out/main/cli.js`,
      folder: `${project}bench-results`,
      runs: optional('--runs', values.runs, 100) ?? (quick ? RUNS.quick : RUNS.usual),
      files: optional('--files', values.files, 1_000_000),
      bytes: mebibytes === null ? null : mebibytes * 2 ** 20,
      delaysMs: values.delay.map((delay) => whole('--delay', delay, 2_000)),
      connections: values.connections.map((connections) => whole('--connections', connections, 64)),
      ports: portsOf(values.ports),
      ...{ server, without, quick, trace },
    },
  };
};

const portsOf = (value: string | undefined): readonly Ports[] => {
  if (value === undefined) return ['passive', 'active'];
  if (value !== 'passive' && value !== 'active') throw new WrongUse(`--ports is passive or active, not ${value}`);
  return [value];
};

const optional = (option: string, value: string | undefined, most: number): number | null =>
  value === undefined ? null : whole(option, value, most);

const whole = (option: string, value: string, most: number): number => {
  const number = /^\d{1,7}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number <= most)) throw new WrongUse(`${option} is a number up to ${most}, not ${value}`);
  return number;
};
