import type { TransferSummary } from '#shared/model/transfer.ts';
import { formatBytes } from './format-bytes.ts';

/** A line at the bottom of a terminal that tells how far the transfers are. */
export interface ProgressBar {
  draw(summary: TransferSummary): void;
  /** Leaves the line empty. */
  clear(): void;
}

/** Milliseconds between two drawings: more often nobody could read it. */
const INTERVAL = 100;

/**
 * @param write to the terminal
 * @param columns characters in a line
 */
export const createProgressBar = (write: (text: string) => void, columns: number): ProgressBar => {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    draw(summary) {
      const now = performance.now();
      if (now - drawnAt < INTERVAL) return;
      drawnAt = now;
      isDrawn = true;
      write(`\r\u001B[K${progressLine(summary, columns)}`);
    },
    clear() {
      if (isDrawn) write('\r\u001B[K');
      isDrawn = false;
    },
  };
};

/** `[=======>      ]  52 %  3/7  1.2 MiB of 2.3 MiB  980.0 KiB/s  0:01`, cut to the width of the screen. */
export const progressLine = (summary: TransferSummary, columns: number): string => {
  const { counts, totalBytes, transferredBytes, rate, remainingMs } = summary;
  const part = totalBytes > 0 ? Math.min(1, transferredBytes / totalBytes) : 0;
  const finished = counts.done + counts.skipped + counts.failed + counts.unknown;
  const words = [
    `${String(Math.floor(part * 100)).padStart(3)} %`,
    `${finished}/${summary.count}`,
    `${formatBytes(transferredBytes)} of ${formatBytes(totalBytes)}`,
    `${formatBytes(rate)}/s`,
    ...(remainingMs === null ? [] : [clock(remainingMs)]),
  ].join('  ');
  const width = Math.min(40, columns - words.length - 5);
  if (width < 5) return words.slice(0, columns - 1);
  const full = Math.round(part * width);
  return `[${'='.repeat(full).padEnd(width)}] ${words}`;
};

/** `0:05`, `12:34`, `1:02:03`. */
const clock = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
};
