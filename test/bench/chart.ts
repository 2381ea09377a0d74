import { type Comparison, isHit, type Judgement } from './comparison.ts';

/** Pixels. */
const WIDTH = 900;
const LABELS = 400;
const RIGHT = 190;
const ROW = 22;
const BAR = 12;
const TOP = 64;
const BOTTOM = 30;
/** Shares of time are drawn up to here; what takes longer runs into the edge and says so in figures. */
const MOST = 2.5;
const GRID = [0, 0.5, 1, 1.5, 2, 2.5] as const;

/** Colours of the page around it, light or dark: the drawing has no ground of its own. */
const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 15px; font-weight: 600; }
  .quiet { fill: #59636e; }
  .grid { stroke: #d1d9e0; }
  .one { stroke: #59636e; }
  .hit { fill: #2f6fd0; }
  .miss { fill: #c4620a; }
  .target { stroke: #1f2328; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .quiet { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .one { stroke: #9198a1; }
    .hit { fill: #6ea8fe; }
    .miss { fill: #f0883e; }
    .target { stroke: #f0f6fc; }
  }`;

/**
 * A bar for each share of another's time: how long Longshore takes where the other one takes 1, with a mark where the
 * target is.
 *
 * @returns the text of an SVG file
 */
export const chartOf = (comparisons: readonly Comparison[]): string => {
  const rows = comparisons.flatMap(({ work, server, judgements }) =>
    judgements.filter(({ of }) => of !== null).map((judgement) => ({ label: `${work}, ${server}`, judgement })),
  );
  const height = TOP + rows.length * ROW + BOTTOM;
  const end = TOP + rows.length * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`,
    `<title>Time that Longshore takes, as a share of the time of the fastest other client</title>`,
    `<style>${STYLE}\n</style>`,
    `<text class="title" x="8" y="22">Time of Longshore where the fastest other one takes 1</text>`,
    `<text class="quiet" x="8" y="42">Shorter is faster. The mark is the target; orange bars miss it.</text>`,
    ...GRID.map((share) => gridLine(share, end)),
    ...rows.map(({ label, judgement }, index) => bar(label, judgement, TOP + index * ROW)),
    '</svg>\n',
  ].join('\n');
};

const across = (share: number): number => LABELS + (Math.min(share, MOST) / MOST) * (WIDTH - LABELS - RIGHT);

const gridLine = (share: number, end: number): string => {
  const x = across(share).toFixed(1);
  return [
    `<line class="${share === 1 ? 'one' : 'grid'}" x1="${x}" y1="${TOP - 6}" x2="${x}" y2="${end}"/>`,
    `<text class="quiet" x="${x}" y="${end + 18}" text-anchor="middle">${share}</text>`,
  ].join('');
};

const bar = (label: string, judgement: Judgement, y: number): string => {
  const { value, target, of } = judgement;
  const top = y + (ROW - BAR) / 2;
  const base = y + ROW / 2 + 4;
  const width = (across(value) - LABELS).toFixed(1);
  const mark = across(target).toFixed(1);
  const words = `${value.toFixed(2)} of ${of}${isHit(judgement) ? '' : `, not ${target}`}`;
  return [
    `<text x="${LABELS - 10}" y="${base}" text-anchor="end">${escaped(label)}</text>`,
    `<rect class="${isHit(judgement) ? 'hit' : 'miss'}" x="${LABELS}" y="${top}" width="${width}" height="${BAR}" rx="2"/>`,
    `<line class="target" x1="${mark}" y1="${top - 3}" x2="${mark}" y2="${top + BAR + 3}"/>`,
    `<text x="${WIDTH - RIGHT + 10}" y="${base}">${escaped(words)}</text>`,
  ].join('');
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
