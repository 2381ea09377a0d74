import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesIn, joinRanges, missingRanges } from '#shared/ftp/byte-range.ts';
import { type Piece, SegmentPlan } from '../../src/main/transfer/segments/segment-plan.ts';

const MIB = 1024 * 1024;
/** Milliseconds that a turn of all connections takes. */
const TURN_MS = 50;
/** What takes two seconds or less is not cut any more. */
const LAST_TURNS = 2_000 / TURN_MS;

const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([one, other]) => ({
  from: Math.min(one, other),
  to: Math.max(one, other),
}));

const marked = (ranges: readonly { from: number; to: number }[], size: number): readonly boolean[] => {
  const marks = new Array<boolean>(size).fill(false);
  for (const { from, to } of ranges) marks.fill(true, from, to);
  return marks;
};

describe('ranges of a file', () => {
  test('joined they hold the same bytes, in order, and none twice', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const joined = joinRanges(ranges);
        expect(marked(joined, 60)).toEqual(marked(ranges, 60));
        expect(bytesIn(joined)).toBe(marked(ranges, 60).filter(Boolean).length);
        for (const [index, { from }] of joined.entries()) expect(from).toBeGreaterThan(joined[index - 1]?.to ?? -1);
      }),
    );
  });

  test('what is missing is all that is not there', () => {
    fc.assert(
      fc.property(fc.array(range), fc.integer({ min: 0, max: 60 }), (ranges, size) => {
        const missing = missingRanges(ranges, size);
        expect(marked(missing, size)).toEqual(
          marked(ranges, 60)
            .slice(0, size)
            .map((there) => !there),
        );
      }),
    );
  });
});

interface Worker {
  piece: Piece | null;
}

/** One thing that happens to one of the connections. */
const step = fc.record({
  worker: fc.nat(7),
  what: fc.constantFrom('move', 'move', 'move', 'break', 'leave'),
  /** Of what is before it, in hundredths. */
  share: fc.integer({ min: 1, max: 100 }),
});

describe('the pieces of a file', () => {
  const size = fc.integer({ min: 1, max: 400 * MIB });
  const holes = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true })),
  );

  test('whatever happens to the connections, every missing byte is moved, and none twice', () => {
    fc.assert(
      fc.property(
        size,
        holes,
        fc.integer({ min: 1, max: 8 }),
        fc.array(step, { maxLength: 80 }),
        (bytes, there, pieces, steps) => {
          const have = joinRanges(
            there.map(([at, length]) => ({
              from: Math.floor(at * bytes),
              to: Math.min(bytes, Math.floor((at + length) * bytes)),
            })),
          );
          let now = 0;
          const plan = new SegmentPlan(missingRanges(have, bytes), bytes, pieces, () => now);
          const moved: { from: number; to: number }[] = [...have];
          const workers: Worker[] = Array.from({ length: 8 }, () => ({ piece: null }));
          const advance = (worker: Worker, share: number): void => {
            worker.piece ??= plan.take();
            const { piece } = worker;
            if (piece === null) return;
            const from = piece.from + piece.counter.bytes;
            const length = Math.ceil(((piece.to - from) * share) / 100);
            moved.push({ from, to: from + length });
            piece.counter.bytes += length;
          };
          const leave = (worker: Worker): void => {
            if (worker.piece !== null) plan.end(worker.piece, worker.piece.from + worker.piece.counter.bytes);
            worker.piece = null;
          };
          for (const { worker: index, what, share } of steps) {
            now += 2_000;
            const worker = workers[index];
            if (worker === undefined) continue;
            if (what !== 'leave') advance(worker, share);
            const done = worker.piece !== null && worker.piece.from + worker.piece.counter.bytes >= worker.piece.to;
            if (what !== 'move' || done) leave(worker);
          }
          for (const worker of workers) leave(worker);
          const [last] = workers;
          for (let left = 10_000; last !== undefined && !plan.isDone && left > 0; left -= 1) {
            advance(last, 100);
            leave(last);
          }
          expect(plan.isDone).toBe(true);
          expect(joinRanges(moved)).toEqual(joinRanges([{ from: 0, to: bytes }]));
          expect(bytesIn(moved)).toBe(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('as many connections as there are pieces begin with about the same', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 8 }), (bytes, pieces) => {
        const plan = new SegmentPlan([{ from: 0, to: bytes }], bytes, pieces);
        const begun = [plan.take(), pieces > 1 ? plan.take() : null].filter((piece) => piece !== null);
        const taken = [...begun, ...plan.missing].map(({ from, to }) => to - from);
        expect(taken.length).toBeLessThanOrEqual(pieces);
        expect(Math.max(...taken) - Math.min(...taken)).toBeLessThanOrEqual(1);
        if (bytes >= pieces * 4 * MIB) expect(taken.length).toBe(pieces);
      }),
    );
  });

  test('connections of any speed end at about the same time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 8 }), (speeds) => {
        const bytes = 1024 * MIB;
        let turns = 0;
        const plan = new SegmentPlan([{ from: 0, to: bytes }], bytes, speeds.length, () => turns * TURN_MS);
        const workers = speeds.map((speed) => ({ speed, piece: plan.take(), idle: 0 }));
        for (; !plan.isDone; turns += 1) {
          for (const worker of workers) {
            worker.piece ??= plan.take();
            const { piece, speed } = worker;
            if (piece === null) continue;
            piece.counter.bytes += Math.min(speed * 100_000, piece.to - piece.from - piece.counter.bytes);
            if (piece.from + piece.counter.bytes < piece.to) continue;
            plan.end(piece, piece.to);
            worker.piece = null;
          }
        }
        const best = bytes / (speeds.reduce((sum, speed) => sum + speed, 0) * 100_000);
        // The last 4 MiB are not cut, and the slowest connection may have them.
        expect(turns).toBeLessThanOrEqual(best * 1.05 + (4 * MIB) / (Math.min(...speeds) * 100_000) + LAST_TURNS + 8);
      }),
      { numRuns: 50 },
    );
  });
});
