import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RepresentationType, TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import { sizesComparable } from '../../src/main/transfer/decisions/choice-facts.ts';
import { resumeAt } from '../../src/main/transfer/moving/resume.ts';
import { RateMeter } from '../../src/main/transfer/rows/rate-meter.ts';
import type { TransferRow } from '../../src/main/transfer/rows/transfer-row.ts';
import { batchOf } from '../main/transfer/batch-of.ts';
import { tableOf } from '../main/transfer/table-of.ts';

const size = fc.option(fc.nat(20));
const time = fc.option(fc.nat(5));
const side = fc.record({ size, modifiedMs: time });

const anyChoice: fc.Arbitrary<TransferChoice> = fc.record({
  type: fc.constantFrom<RepresentationType>({ type: 'I' }, { type: 'L', byteSize: 8 }, { type: 'A', format: 'N' }),
  structure: fc.constantFrom('F', 'R', 'P'),
  mode: fc.constantFrom('S', 'B', 'C', 'Z'),
  codePage: fc.constant('037'),
  recordForm: fc.constant('lines'),
});

describe('where a download goes on', () => {
  test('is never behind what is here, nor in another file', () => {
    const leftover = fc.record({
      kind: fc.constant('download' as const),
      at: fc.option(fc.record({ marker: fc.string(), localBytes: fc.integer({ min: 1, max: 20 }) })),
      further: fc.constant([]),
      sourceSize: size,
      sourceModifiedMs: time,
      isWhole: fc.boolean(),
      placing: fc.constant(null),
    });
    fc.assert(
      fc.property(leftover, side, anyChoice, (left, now, choice) => {
        const at = resumeAt(left, now, choice);
        expect([null, left.at]).toContain(at);
        if (at === null) return;
        expect(now.size).toBe(left.sourceSize);
        expect(now.size).not.toBeNull();
        if (sizesComparable(choice)) expect(at.localBytes).toBeLessThanOrEqual(now.size ?? -1);
        if (left.sourceModifiedMs !== null && now.modifiedMs !== null)
          expect(now.modifiedMs).toBe(left.sourceModifiedMs);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a rate', () => {
  const looks = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 3_000 }), total: fc.nat(1_000_000) }));

  test('is never negative and never endless, whatever the totals do', () => {
    fc.assert(
      fc.property(looks, fc.nat(1_000_000), (samples, left) => {
        const meter = new RateMeter();
        let now = 0;
        for (const { pause, total } of samples) {
          now += pause;
          meter.sample(now, total);
          expect(meter.rate).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(meter.rate)).toBe(true);
          const remaining = meter.remainingMs(left);
          if (remaining !== null) expect(remaining).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the totals of the queue', () => {
  const states = [
    'waiting',
    'active',
    'asking',
    'paused',
    'done',
    'skipped',
    'failed',
    'unknown',
    'cancelled',
  ] as const;
  const change = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), size: fc.option(fc.nat(1_000)) }),
    fc.record({ kind: fc.constant('state' as const), row: fc.nat(20), state: fc.constantFrom(...states) }),
    fc.record({ kind: fc.constant('size' as const), row: fc.nat(20), size: fc.option(fc.nat(1_000)) }),
    fc.record({ kind: fc.constant('transferred' as const), row: fc.nat(20), bytes: fc.nat(1_000) }),
    fc.record({ kind: fc.constant('remove' as const), state: fc.constantFrom(...states) }),
  );
  const batch = batchOf();
  const source = { type: 'file', modified: null, chosen: true } as const;
  const place = { kind: 'file', name: 'f', localPath: '/f', remotePath: '/f' } as const;

  test('are what adding up all rows would give, after any changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const table = tableOf();
        const all = (): readonly TransferRow[] => table.page('all', 0, 100);
        for (const made of changes) {
          const row = 'row' in made ? all()[made.row % Math.max(1, all().length)] : undefined;
          if (made.kind === 'add') table.add({ ...place, batch, direction: 'upload', source, size: made.size });
          else if (made.kind === 'remove') table.remove(all().filter((candidate) => candidate.state === made.state));
          else if (row && made.kind === 'state') table.setState(row, made.state);
          else if (row && made.kind === 'size') table.setSize(row, made.size);
          else if (row && made.kind === 'transferred') table.setTransferred(row, made.bytes);
        }
        const counted = all().filter((row) => row.state !== 'skipped' && row.state !== 'cancelled');
        const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
        expect(table.counts.tally.totalBytes).toBe(sum(counted.map((row) => row.size ?? 0)));
        expect(table.counts.tally.transferredBytes).toBe(sum(counted.map((row) => row.transferred)));
        for (const state of states) {
          expect(table.counts.tally.counts[state]).toBe(all().filter((row) => row.state === state).length);
        }
        const waiting = all()
          .filter((row) => row.state === 'waiting')
          .map((row) => row.id);
        const handedOut: number[] = [];
        for (let row = table.next('1', () => 'take'); row; row = table.next('1', () => 'take')) handedOut.push(row.id);
        expect(handedOut).toEqual(waiting);
      }),
    );
  });
});
