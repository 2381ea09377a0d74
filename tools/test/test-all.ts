import { WrongUse } from '../lib/wrong-use.ts';
import { oneFailure, type Ring, type RingResult } from './ring.ts';
import { RINGS } from './rings.ts';

const NAME_WIDTH = 16;
const COUNTS_WIDTH = 44;

const isCi = (): boolean => process.env['CI'] === 'true';

const counts = ({ passed, failed, skipped }: RingResult): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

const indented = (text: string): string => text.replaceAll(/^/gm, '    ');

/** What a ring amounts to that could not be run: in CI everything must run, elsewhere it is told and left out. */
const notRun = (reason: string): RingResult =>
  isCi() ? oneFailure(reason) : { passed: 0, failed: 0, skipped: 1, details: [`skipped: ${reason}`] };

const runRing = async (ring: Ring): Promise<RingResult> => {
  const began = performance.now();
  const missing = await ring.missing();
  const result = missing === null ? await ring.run(ring.limit) : notRun(missing);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(`${ring.name.padEnd(NAME_WIDTH)}${counts(result).padEnd(COUNTS_WIDTH)}${seconds.padStart(6)} s`);
  for (const detail of result.details) console.log(indented(detail));
  return result;
};

/** The rings named, in their own order; all where none is. @throws WrongUse for a name that is no ring's. */
const chosenRings = (names: readonly string[]): readonly Ring[] => {
  const known = RINGS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new WrongUse(`no such ring: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  return names.length === 0 ? RINGS : RINGS.filter(({ name }) => names.includes(name));
};

/**
 * Runs the rings one after another, a line each, and ends with the sum on a line of its own.
 *
 * @param names of the rings wanted; empty: all.
 * @returns the exit status: 0 where nothing failed.
 */
export const testAll = async (names: readonly string[]): Promise<number> => {
  let rings: readonly Ring[];
  try {
    rings = chosenRings(names);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    console.error(error.message);
    return 1;
  }
  let sum: RingResult = { passed: 0, failed: 0, skipped: 0, details: [] };
  for (const ring of rings) {
    const { passed, failed, skipped } = await runRing(ring);
    sum = { passed: sum.passed + passed, failed: sum.failed + failed, skipped: sum.skipped + skipped, details: [] };
  }
  console.log(counts(sum));
  return sum.failed === 0 ? 0 : 1;
};
