import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { climb, FIRST_LANE, type LaneClimb } from '../../src/main/transfer/connections/lane-climb.ts';

const limits = fc.integer({ min: 1, max: 10 });

/** What becomes of the number of connections where so many of them move `rate` bytes a second. */
const climbed = (rate: (connections: number) => number, limit: number, steps: number): readonly LaneClimb[] => {
  const states = [FIRST_LANE];
  for (let step = 0; step < steps; step++) {
    const last = states.at(-1) ?? FIRST_LANE;
    states.push(climb(last, rate(last.most), limit));
  }
  return states;
};

describe('the connections of large files', () => {
  test('are at least one and never more than may be, whatever is measured and however the limit changes', () => {
    const measured = fc.array(fc.tuple(fc.double({ min: 0, max: 1e12, noNaN: true }), limits), { maxLength: 200 });
    fc.assert(
      fc.property(measured, (steps) => {
        let state = FIRST_LANE;
        for (const [rate, limit] of steps) {
          state = climb(state, rate, limit);
          expect(state.most).toBeGreaterThanOrEqual(1);
          expect(state.most).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test('are as many as may be where each adds its share', () => {
    fc.assert(
      fc.property(limits, fc.integer({ min: 1_000, max: 1e9 }), (limit, each) => {
        const states = climbed((connections) => connections * each, limit, 40);
        expect(states.at(-1)?.most).toBe(limit);
      }),
    );
  });

  test('are as many as fill the line, but for a try now and then', () => {
    fc.assert(
      fc.property(limits, fc.integer({ min: 1, max: 12 }), (limit, fills) => {
        const states = climbed((connections) => Math.min(connections, fills) * 1_000_000, limit, 400).slice(40);
        const enough = Math.min(limit, fills);
        expect(Math.min(...states.map(({ most }) => most))).toBe(enough);
        expect(Math.max(...states.map(({ most }) => most))).toBeLessThanOrEqual(Math.min(limit, enough + 1));
        const tries = states.filter(({ most }) => most > enough).length;
        expect(tries / states.length).toBeLessThan(0.05);
      }),
    );
  });

  test('are few where more of them get in each other’s way', () => {
    const states = climbed((connections) => 1_000_000 / connections, 10, 200);
    expect(states.filter(({ most }) => most === 1).length / states.length).toBeGreaterThan(0.95);
    expect(Math.max(...states.map(({ most }) => most))).toBe(2);
  });
});
