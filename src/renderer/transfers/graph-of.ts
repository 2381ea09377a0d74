import type { RateHistory } from '#shared/model/transfer.ts';

/** Lines to draw in a field of `width` by `height` units, its upper left corner at 0,0. */
export interface RateLines {
  /** The values of an SVG path's `d`. */
  readonly down: string;
  readonly up: string;
  /** The same as `down`, closed along the lower edge. */
  readonly downArea: string;
  /** Bytes a second at the upper edge. */
  readonly most: number;
}

export const GRAPH_HEIGHT = 100;

/** Below that everything looks like nothing, instead of like a mountain range of keep-alives. */
const LEAST_MOST = 1_000;

/** Seconds over which a value is averaged, so that the line is calm. */
const CALM = 3;

/** How a history looks as lines: time to the right, one unit a value. */
export const rateLines = ({ down, up }: RateHistory): RateLines => {
  const calmDown = calmed(down);
  const calmUp = calmed(up);
  const most = niceAbove(Math.max(LEAST_MOST, ...calmDown, ...calmUp));
  const line = (values: readonly number[]): string =>
    values
      .map((value, index) => `${index === 0 ? 'M' : 'L'}${index} ${round(GRAPH_HEIGHT * (1 - value / most))}`)
      .join('');
  const downLine = line(calmDown);
  const last = Math.max(0, down.length - 1);
  return { down: downLine, up: line(calmUp), downArea: `${downLine}L${last} ${GRAPH_HEIGHT}L0 ${GRAPH_HEIGHT}Z`, most };
};

const calmed = (values: readonly number[]): readonly number[] =>
  values.map((_, index) => {
    const part = values.slice(Math.max(0, index - CALM + 1), index + 1);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });

/** The next of 1, 2, 5, 10, 20, 50 … above: the scale changes seldom, and not with every second. */
const niceAbove = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((each) => each * power >= value) ?? 10;
  return step * power;
};

const round = (value: number): number => Math.round(value * 10) / 10;
