import type { TransferRow } from '../rows/transfer-row.ts';
import { climb, FIRST_LANE, type LaneClimb } from './lane-climb.ts';
import type { SiteLanes } from './site-lanes.ts';

/** Bytes. Of a smaller file the commands take a good part of the time, and connections side by side hide it. */
const LARGE = 8 * 1024 * 1024;
/** Milliseconds between two looks; over one of them a rate is measured, and over the one before it settles. */
export const LOOK_EVERY = 2_000;

const isLarge = ({ kind, direction, size }: TransferRow): boolean =>
  kind === 'file' && direction !== 'between' && size !== null && size >= LARGE;

interface Watch {
  readonly timer: NodeJS.Timeout;
  climb: LaneClimb;
  /** At the look before: how many lanes had large files, and what all had moved by then. */
  last: { readonly lanes: number; readonly bytes: number; readonly ms: number };
  /** Bytes of rows that have left their lanes. */
  moved: number;
}

interface Parts {
  /** How many connections the site may have. */
  readonly allowed: (site: SiteLanes) => number;
  /** Rows of the site that were kept back may go now. */
  readonly wake: (site: SiteLanes) => void;
}

/**
 * Decides over how many connections of a site large files go at a time, by what one more has brought. Small files,
 * folders and files of unknown size are not kept back: there round trips cost more than bytes.
 */
export class LargeFiles {
  readonly #parts: Parts;
  readonly #watches = new Map<SiteLanes, Watch>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether the row had better wait for another large one to be done. */
  keepsBack(site: SiteLanes, row: TransferRow): boolean {
    if (!isLarge(row)) return false;
    const most = this.#watches.get(site)?.climb.most ?? FIRST_LANE.most;
    return lanesOf(site) >= Math.min(most, this.#parts.allowed(site));
  }

  /** A lane of the site has taken the row. */
  began(site: SiteLanes, row: TransferRow): void {
    if (!isLarge(row) || this.#watches.has(site)) return;
    const timer = setInterval(() => this.#look(site), LOOK_EVERY);
    const last = { lanes: 0, bytes: 0, ms: performance.now() };
    this.#watches.set(site, { timer, climb: FIRST_LANE, last, moved: 0 });
  }

  /** The row has left its lane. */
  ended(site: SiteLanes, { run }: TransferRow): void {
    const watch = this.#watches.get(site);
    if (watch) watch.moved += run?.progress?.counter.bytes ?? 0;
  }

  stop(): void {
    for (const site of [...this.#watches.keys()]) this.#forget(site);
  }

  #look(site: SiteLanes): void {
    const watch = this.#watches.get(site);
    if (!watch) return;
    const lanes = lanesOf(site);
    if (lanes === 0 && watch.last.lanes === 0) {
      this.#forget(site);
      return;
    }
    const { last } = watch;
    const ms = performance.now();
    const bytes = watch.moved + underWay(site);
    watch.last = { lanes, bytes, ms };
    // Where there are fewer, or others than a moment ago, nothing is said of what one more is worth.
    if (lanes !== watch.climb.most || last.lanes !== lanes) return;
    const before = watch.climb.most;
    watch.climb = climb(watch.climb, ((bytes - last.bytes) * 1_000) / (ms - last.ms), this.#parts.allowed(site));
    if (watch.climb.most > before) this.#parts.wake(site);
  }

  #forget(site: SiteLanes): void {
    clearInterval(this.#watches.get(site)?.timer);
    this.#watches.delete(site);
  }
}

/** Lanes that have a large file. */
const lanesOf = ({ lanes }: SiteLanes): number => [...lanes].filter(({ rows }) => [...rows].some(isLarge)).length;

const underWay = ({ lanes }: SiteLanes): number => {
  let bytes = 0;
  for (const { rows } of lanes) for (const { run } of rows) bytes += run?.progress?.counter.bytes ?? 0;
  return bytes;
};
