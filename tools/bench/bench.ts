import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Peers } from '../../test/bench/bench-options.ts';
import type { Ports } from '../../test/bench/clients.ts';
import { runBenchmarks, WORKS, type Work } from '../../test/bench/run.ts';
import { WrongUse } from '../lib/wrong-use.ts';
import { CURL, IPROUTE, LFTP, meet, PYTHON } from '../test/needs.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const cli = `${project}out/main/cli.js`;

/**
 * Measures Longshore beside its peers.
 *
 *     npm run bench [-- WORK... [--files N] [--runs N] [--delay MS]... [--server NAME] [--ports passive|active]
 *                             [--peers all|yardstick|none] [--trace]]
 *
 * @returns the exit status
 */
export const bench = async (words: readonly string[]): Promise<number> => {
  try {
    const { works, options } = understood(words);
    if (!existsSync(cli)) throw new WrongUse('there is no build to measure: npm run build');
    const missing = await meet([CURL, LFTP, IPROUTE, PYTHON]);
    if (missing !== null) throw new WrongUse(missing);
    await runBenchmarks(works, { ...options, cli, folder: `${project}dist/bench` });
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    console.error(error.message);
    return 2;
  }
};

const understood = (words: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      files: { type: 'string', default: '2000' },
      runs: { type: 'string', default: '5' },
      delay: { type: 'string', multiple: true, default: ['0', '40'] },
      server: { type: 'string' },
      ports: { type: 'string' },
      peers: { type: 'string', default: 'all' },
      trace: { type: 'boolean', default: false },
    },
  });
  const works = positionals.map((name): Work => {
    const work = WORKS.find((known) => known === name);
    if (!work) throw new WrongUse(`no such work: ${name}; there are ${WORKS.join(', ')}`);
    return work;
  });
  const { server = null, trace } = values;
  return {
    works: works.length === 0 ? WORKS : works,
    options: {
      files: whole('--files', values.files, 9_999),
      runs: whole('--runs', values.runs, 100),
      delaysMs: values.delay.map((delay) => whole('--delay', delay, 2_000)),
      server,
      ports: portsOf(values.ports),
      peers: peersOf(values.peers),
      trace,
    },
  };
};

const portsOf = (value: string | undefined): readonly Ports[] => {
  if (value === undefined) return ['passive', 'active'];
  if (value !== 'passive' && value !== 'active') throw new WrongUse(`--ports is passive or active, not ${value}`);
  return [value];
};

const peersOf = (value: string): Peers => {
  if (value !== 'all' && value !== 'yardstick' && value !== 'none')
    throw new WrongUse(`--peers is all, yardstick or none, not ${value}`);
  return value;
};

const whole = (option: string, value: string, most: number): number => {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number <= most)) throw new WrongUse(`${option} is a number up to ${most}, not ${value}`);
  return number;
};
