import { type Fault, FaultError } from '#shared/fault.ts';
import { DEFAULT_SPEED_PLAN } from '#shared/model/speed-plan.ts';
import type { TransferSummary, TransferView } from '#shared/model/transfer.ts';
import { NO_LIMIT } from '#shared/model/transfer-policy.ts';
import { createPacing, type Pacing } from '../transfer/pacing/pacing.ts';
import { createTransferQueue } from '../transfer/queue.ts';
import type { TransferQueue } from '../transfer/requests/transfer-queue.ts';
import { type CommandSessions, createSessions } from './command-sessions.ts';
import { conflictAsker } from './conflict-asker.ts';
import { rulesFor } from './conflict-policy.ts';
import type { ExitStatus } from './exit-status.ts';
import type { CommandOptions } from './options.ts';
import { createProgressBar } from './progress-bar.ts';
import type { Terminal } from './terminal.ts';
import { arrivesAt, createTransferReport, type TransferReport } from './transfer-report.ts';

/** What a command adds its transfers to. */
export interface TransferRun {
  readonly queue: TransferQueue;
  readonly report: TransferReport;
  readonly session: CommandSessions['session'];
}

/** A script has nobody to wait: two further tries, soon. */
const RETRY_PAUSES = [1_000, 5_000];

/** Files that are found before a folder is read on: a tree of a million takes no more memory than these. */
const MOST_WAITING = 5_000;

/**
 * Lets `add` put transfers into a queue and waits for all of them. However it ends, no part files stay and no
 * connection stands.
 *
 * @returns the exit status
 * Faults: `cancelled` when the terminal's signal fires.
 */
export const runTransfers = async (
  options: CommandOptions,
  terminal: Terminal,
  add: (run: TransferRun) => Promise<void>,
): Promise<ExitStatus> => {
  const bar = createProgressBar(terminal.printError, terminal.columns);
  const showsProgress = terminal.isInteractive && !options.quiet && !options.trace;
  const report = createTransferReport(options, terminal, () => bar.clear());
  const policy = options.overwrite ?? (terminal.isInteractive ? 'ask' : 'never');
  const conflictRules = rulesFor(policy, options.resume);
  const sessions = createSessions(options, terminal, 'file');
  const pacing = pacingFor(options.limit);
  const queue = createTransferQueue({
    sessions,
    pacing,
    asker: conflictAsker(policy, terminal),
    preferences: () => ({
      connectionsPerSite: Math.max(options.connections, options.segments),
      connectionsInTotal: Number.POSITIVE_INFINITY,
      segmentsPerFile: options.segments,
      conflictRules,
      verification: options.verification,
    }),
    segmentsExactly: true,
    connectionsExactly: true,
    retryPauses: RETRY_PAUSES,
    forgetsFinished: true,
    mostWaiting: MOST_WAITING,
    onFinished: (transfer, activeMs) => report.finished(transfer, activeMs),
  });
  try {
    await add({ queue, report, session: sessions.session });
    await untilFinished(queue, terminal.signal, (summary) => {
      if (showsProgress && summary.counts.asking === 0) bar.draw(summary);
    });
    if (terminal.signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    for (const row of heldBack(queue)) report.failed(arrivesAt(row, terminal.workingDirectory), GIVEN_UP);
    return report.close();
  } finally {
    bar.clear();
    await queue.stop();
    pacing?.stop();
    await sessions.close(!terminal.signal.aborted);
  }
};

const pacingFor = (limit: number | null): Pacing | undefined => {
  if (limit === null) return undefined;
  const plan = { ...DEFAULT_SPEED_PLAN, speeds: { down: limit, up: limit } };
  return createPacing({ plan: () => plan, speedsOf: () => NO_LIMIT });
};

/**
 * Settles when nothing waits or moves any more, or when `signal` fires.
 */
const untilFinished = (
  queue: TransferQueue,
  signal: AbortSignal,
  onProgress: (summary: TransferSummary) => void,
): Promise<void> =>
  new Promise((resolve) => {
    const stopListening = queue.onChanged((summary) => look(summary));
    const finish = (): void => {
      stopListening();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const look = (summary: TransferSummary): void => {
      onProgress(summary);
      const { waiting, active, moving, asking } = summary.counts;
      if (waiting + active + moving + asking === 0) finish();
    };
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
    else look(queue.summary());
  });

/** What the queue waits with for a person: the disk is full or the server gone, which one transfer has told already. */
const heldBack = (queue: TransferQueue): readonly TransferView[] =>
  queue.read('queue', 0, queue.summary().count).rows.filter((row) => row.state === 'paused');

const GIVEN_UP: Fault = {
  kind: 'refused-here',
  stage: 'preparing',
  reason: 'bad-input',
  detail: 'not begun, because of the fault before',
};
