import type { RateHistory } from '#shared/model/transfer.ts';
import { RateMeter } from './rate-meter.ts';
import type { TransferRow } from './transfer-row.ts';
import type { TransferTable } from './transfer-table.ts';

/** Milliseconds between looks at the byte counters. */
const TICK = 250;

/**
 * Carries the byte counters of the transfers under way into the table: by a clock that runs only while something is
 * active, never by an event for each chunk.
 */
export class Progress {
  readonly #table: TransferTable;
  /** And when work on each began. */
  readonly #active = new Map<TransferRow, number>();
  /** Bytes of transfers that are no longer active, so that the sum never shrinks. */
  #moved = 0;
  #clock: NodeJS.Timeout | null = null;
  #meter = new RateMeter();

  constructor(table: TransferTable) {
    this.#table = table;
  }

  /** Bytes a second of everything together. */
  get rate(): number {
    return this.#clock !== null ? this.#meter.rate : 0;
  }

  /** The same by direction. */
  get rates(): { readonly down: number; readonly up: number } {
    return { down: 0, up: 0 };
  }

  history(): RateHistory {
    return { stepMs: 1_000, down: [], up: [] };
  }

  /** Milliseconds for the bytes still to go; null when nobody can say. */
  get remainingMs(): number | null {
    if (this.#clock === null) return null;
    return this.#meter.remainingMs(this.#table.tally.totalBytes - this.#table.tally.transferredBytes);
  }

  begin(row: TransferRow): void {
    this.#active.set(row, performance.now());
    if (this.#clock !== null) return;
    this.#meter = new RateMeter();
    this.#look();
    this.#clock = setInterval(() => this.#look(), TICK);
  }

  end(row: TransferRow): void {
    this.#take(row);
    this.#moved += row.run?.progress?.counter.bytes ?? 0;
    const now = performance.now();
    row.activeMs += now - (this.#active.get(row) ?? now);
    this.#active.delete(row);
  }

  /** Without a word to anybody. */
  stop(): void {
    if (this.#clock !== null) clearInterval(this.#clock);
    this.#clock = null;
  }

  #look(): void {
    // Between two small files nothing is active for a moment; the rate goes on over it.
    if (this.#active.size === 0) this.stop();
    const now = performance.now();
    let moved = this.#moved;
    for (const row of this.#active.keys()) {
      this.#take(row);
      moved += row.run?.progress?.counter.bytes ?? 0;
      row.run?.meter.sample(now, row.transferred);
    }
    this.#meter.sample(now, moved);
    this.#table.touch();
  }

  #take(row: TransferRow): void {
    const progress = row.run?.progress;
    if (progress) this.#table.setTransferred(row, progress.base + progress.counter.bytes);
  }
}
