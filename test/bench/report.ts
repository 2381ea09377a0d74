import type { Comparison, Judgement, RoundTrips } from './comparison.ts';
import { isHit } from './comparison.ts';
import type { Measured } from './interleaved.ts';

/**
 *     200 files of 4 KiB down, passive, 40 ms, vsftpd
 *       longshore    24.10 s (23.90 to 24.50)   1.20 s of processor   70 MiB   3.01 round trips a file
 *       lftp         32.20 s (32.10 to 32.40)   0.20 s of processor   11 MiB   4.03 round trips a file
 *       hit   0.75 of the time of lftp (at most 0.8)
 */
export const printComparison = (comparison: Comparison): void => {
  const { work, server, longshore, peers, floors, roundTrips, judgements } = comparison;
  console.log(`${work}, ${server}`);
  for (const measured of [...(longshore ? [longshore] : []), ...peers, ...floors])
    console.log(`  ${line(measured, roundTrips)}`);
  for (const judgement of judgements) console.log(`  ${verdict(judgement)}`);
};

const line = (measured: Measured, roundTrips: RoundTrips | null): string => {
  const { name, runs, median, cpuSeconds, peakBytes, failed } = measured;
  const begins = name.padEnd(14);
  if (failed !== null) return `${begins} failed: ${failed.trim()}`;
  const seconds = runs.map((run) => run.seconds);
  const spread = `(${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})`;
  return [
    `${begins} ${median.toFixed(2).padStart(7)} s ${spread.padEnd(18)}`,
    ...(cpuSeconds === null ? [] : [`${cpuSeconds.toFixed(2).padStart(6)} s of processor`]),
    ...(peakBytes === null ? [] : [`${(peakBytes / 2 ** 20).toFixed(0).padStart(4)} MiB`]),
    ...(roundTrips === null
      ? []
      : [`${(median / roundTrips.seconds / roundTrips.count).toFixed(2)} round trips ${roundTrips.unit}`]),
  ]
    .join('  ')
    .trimEnd();
};

const verdict = (judgement: Judgement): string => {
  const { what, value, target } = judgement;
  const digits = value < 10 ? 2 : 0;
  return `${isHit(judgement) ? 'hit ' : 'MISS'}  ${value.toFixed(digits)} ${what} (at most ${Number(target.toFixed(2))})`;
};
