import { sep } from 'node:path';
import { type Fault, isLeft } from '#shared/fault.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import type { TransferView } from '#shared/model/transfer.ts';
import { describeFault } from './describe-fault.ts';
import { ExitStatus, statusOfFaults } from './exit-status.ts';
import { formatBytes } from './format-bytes.ts';
import type { CommandOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/** What becomes of the transfers of one command, told as it happens and summed up at the end. */
export interface TransferReport {
  /** A transfer came to its end. */
  finished(transfer: TransferView, activeMs: number): void;
  /** Something that was asked for did not even become a transfer. */
  failed(path: string, fault: Fault): void;
  /** Prints the summary and answers the exit status. */
  close(): ExitStatus;
}

/**
 * With --json an object for each file on standard output and one for all:
 *
 *     {"path":"docs/a.txt","bytes":12,"seconds":0.011,"outcome":"done","verified":"size","fault":null}
 *     {"summary":{"done":1,"skipped":0,"failed":0,"unknown":0,"bytes":12,"seconds":0.042}}
 *
 * Without it only what went wrong is told, and a line at the end, on standard error.
 *
 * @param clearProgress takes the progress bar off the screen, so that a line can stand there
 */
export const createTransferReport = (
  options: CommandOptions,
  terminal: Terminal,
  clearProgress: () => void,
): TransferReport => {
  const began = performance.now();
  const counts = { done: 0, skipped: 0, failed: 0, unknown: 0 };
  const faults: Fault[] = [];
  let bytes = 0;

  const complain = (path: string, fault: Fault): void => {
    clearProgress();
    terminal.printError(`longshore: ${displayName(path)}: ${describeFault(fault)}\n`);
  };
  const printJson = (value: object): void => terminal.print(`${JSON.stringify(value)}\n`);

  return {
    finished(transfer, activeMs) {
      const { fault } = transfer;
      const outcome = outcomeOf(transfer);
      if (outcome === 'failed' || outcome === 'unknown') faults.push(fault ?? UNKNOWN_OUTCOME);
      // A folder is no file: only that it could not be read is worth telling.
      if (transfer.kind === 'folder' && outcome === 'done') return;
      counts[outcome] += 1;
      if (outcome === 'done') bytes += transfer.transferred;
      const path = arrivesAt(transfer, terminal.workingDirectory);
      const seconds = toSeconds(activeMs);
      const { verifiedBy: verified } = transfer;
      if (options.json) printJson({ path, bytes: transfer.transferred, seconds, outcome, verified, fault });
      if (fault !== null && outcome !== 'done' && !isLeft(fault)) complain(path, fault);
    },
    failed(path, fault) {
      counts.failed += 1;
      faults.push(fault);
      if (options.json) printJson({ path, bytes: 0, seconds: 0, outcome: 'failed', verified: null, fault });
      complain(path, fault);
    },
    close() {
      const seconds = toSeconds(performance.now() - began);
      clearProgress();
      if (options.json) printJson({ summary: { ...counts, bytes, seconds } });
      else if (!options.quiet) terminal.printError(summaryLine(counts, bytes, seconds));
      const status = statusOfFaults(faults);
      // A server that was not there is not the whole story where another one was.
      return status === ExitStatus.notConnected && counts.done > 0 ? ExitStatus.someFailed : status;
    },
  };
};

/** Where the file is when it has arrived: here from the working directory on where it is in it, there absolute. */
export const arrivesAt = (transfer: TransferView, workingDirectory: string): string => {
  if (transfer.target !== null) return transfer.target.path;
  if (transfer.localPath === null || transfer.direction === 'upload') return transfer.remotePath;
  const prefix = workingDirectory.endsWith(sep) ? workingDirectory : workingDirectory + sep;
  return transfer.localPath.startsWith(prefix) ? transfer.localPath.slice(prefix.length) : transfer.localPath;
};

type Outcome = 'done' | 'skipped' | 'failed' | 'unknown';

const outcomeOf = ({ state }: TransferView): Outcome =>
  state === 'done' || state === 'skipped' || state === 'unknown' ? state : 'failed';

/** An unknown outcome always has the fault that made it one; this stands in for a queue that forgot it. */
const UNKNOWN_OUTCOME: Fault = { kind: 'protocol', stage: 'after-data', reason: 'unexpected-reply', detail: 'unknown' };

const toSeconds = (milliseconds: number): number => Math.round(milliseconds) / 1_000;

const summaryLine = (counts: Readonly<Record<Outcome, number>>, bytes: number, seconds: number): string => {
  const parts = (['skipped', 'failed', 'unknown'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `, ${counts[outcome]} ${outcome}`);
  const files = counts.done === 1 ? '1 file' : `${counts.done} files`;
  return `${files} done, ${formatBytes(bytes)} in ${seconds.toFixed(1)} s${parts.join('')}\n`;
};
