import type { Direction, RateHistory } from '#shared/model/transfer.ts';
import { RateMeter } from '../rows/rate-meter.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import { RateRecord } from './rate-record.ts';
import type { TransferTable } from './transfer-table.ts';

/** Milliseconds between looks at the byte counters: numbers that change faster cannot be read, and every look is drawn. */
const TICK = 500;

/** Bytes by direction; between servers they do not come through this computer, but take their time all the same. */
type Moved = Record<Direction, number>;

const NOTHING: Readonly<Moved> = { download: 0, upload: 0, between: 0 };

/**
 * Carries the byte counters of the transfers under way into the table: by a clock that runs only while something is
 * active, never by an event for each chunk.
 */
export class Progress {
  readonly #table: TransferTable;
  /** And when work on each began. */
  readonly #active = new Map<TransferRow, number>();
  /** Bytes of transfers that are no longer active, so that the sums never shrink. */
  readonly #moved: Moved = { ...NOTHING };
  /** The sums when the record was told of them last. */
  #recorded: Readonly<Moved> = NOTHING;
  readonly #record = new RateRecord();
  #clock: NodeJS.Timeout | null = null;
  #meters = createMeters();

  constructor(table: TransferTable) {
    this.#table = table;
  }

  /** Bytes a second of everything together. */
  get rate(): number {
    return this.#clock !== null ? this.#meters.all.rate : 0;
  }

  /** The same by direction. */
  get rates(): { readonly down: number; readonly up: number } {
    const { download, upload } = this.#meters;
    return this.#clock === null ? { down: 0, up: 0 } : { down: Math.round(download.rate), up: Math.round(upload.rate) };
  }

  /** How fast it went each way in the last minutes. */
  history(): RateHistory {
    return this.#record.read(performance.now());
  }

  /** Milliseconds for the bytes still to go; null when nobody can say. */
  get remainingMs(): number | null {
    if (this.#clock === null) return null;
    return this.#meters.all.remainingMs(this.#table.counts.tally.bytesToGo);
  }

  begin(row: TransferRow): void {
    this.#active.set(row, performance.now());
    if (this.#clock !== null) return;
    this.#meters = createMeters();
    this.#look();
    this.#clock = setInterval(() => this.#look(), TICK);
  }

  end(row: TransferRow): void {
    this.#take(row);
    this.#moved[row.direction] += bytesOf(row);
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
    const moved = { ...this.#moved };
    for (const row of this.#active.keys()) {
      this.#take(row);
      moved[row.direction] += bytesOf(row);
      row.run?.meter.sample(now, row.transferred);
    }
    const { all, download, upload } = this.#meters;
    all.sample(now, moved.download + moved.upload + moved.between);
    download.sample(now, moved.download);
    upload.sample(now, moved.upload);
    // A counter begins anew with another try: what it counts is never less than nothing.
    this.#record.add(
      now,
      Math.max(0, moved.download - this.#recorded.download),
      Math.max(0, moved.upload - this.#recorded.upload),
    );
    this.#recorded = moved;
    this.#table.touch();
  }

  #take(row: TransferRow): void {
    const progress = row.run?.progress;
    if (progress) this.#table.setTransferred(row, progress.base + progress.counter.bytes);
  }
}

/** Bytes that the data connection of a transfer under way has moved. */
const bytesOf = (row: TransferRow): number => row.run?.progress?.counter.bytes ?? 0;

const createMeters = () => ({ all: new RateMeter(), download: new RateMeter(), upload: new RateMeter() });
