import { onTestFinished } from 'vitest';
import type { ConflictAction, ConflictRule } from '#shared/model/conflict-rule.ts';
import type { PromptAnswer } from '#shared/model/prompt.ts';
import type { TransferItem, TransferView } from '#shared/model/transfer.ts';
import type { Verification } from '#shared/model/verification.ts';
import type { NameFolding } from '../../../src/main/local/name-folding.ts';
import type { Question } from '../../../src/main/prompts/asker.ts';
import type { Sessions } from '../../../src/main/session/session-access.ts';
import type { SiteRules } from '../../../src/main/transfer/decisions/site-rules.ts';
import { createTransferQueue } from '../../../src/main/transfer/queue.ts';
import type { TransferQueue } from '../../../src/main/transfer/requests/transfer-queue.ts';
import type { TransferDependencies } from '../../../src/main/transfer/scheduling/transfer-dependencies.ts';

const FOLDS_NOTHING: NameFolding = { case: false, composition: false };

export type ConflictQuestion = Extract<Question, { kind: 'conflict' }>;

export interface QueueFixture {
  readonly queue: TransferQueue;
  readonly questions: ConflictQuestion[];
  /** All rows of the queue. */
  rows(): readonly TransferView[];
  /** Resolves when `holds` is true of the rows, looked at after every change. */
  until(holds: (rows: readonly TransferView[]) => boolean): Promise<void>;
  /** Resolves when nothing waits, moves or asks. */
  quiet(): Promise<void>;
}

/** A queue over `sessions` that tries again at once, and answers questions by `answer`. */
export const startQueue = (
  sessions: Sessions,
  options: {
    readonly answer?: (question: ConflictQuestion) => PromptAnswer | Promise<PromptAnswer>;
    readonly connections?: number;
    readonly connectionsInTotal?: number;
    /** Connections for one large file, from the start. */
    readonly segments?: number;
    /** So many at most, one more as long as that pays. */
    readonly segmentsGrow?: boolean;
    readonly verification?: Verification;
    /** Null: those that grow, as in the window. */
    readonly retryPauses?: readonly number[] | null;
    /** What the disk is to be taken for. */
    readonly folding?: NameFolding;
    /** Of the preferences. */
    readonly rules?: readonly ConflictRule[];
    readonly siteRules?: SiteRules;
    /** Where the queue is kept, and how an earlier run's goes on. */
    readonly kept?: Pick<TransferDependencies, 'database' | 'goesOnAtStart' | 'transferSessions' | 'onBroken'>;
    /** Told of each transfer that is over. */
    readonly onFinished?: (transfer: TransferView) => void;
  } = {},
): QueueFixture => {
  const questions: ConflictQuestion[] = [];
  const queue = createTransferQueue({
    sessions,
    preferences: () => ({
      connectionsPerSite: options.connections ?? 3,
      connectionsInTotal: options.connectionsInTotal ?? 50,
      segmentsPerFile: options.segments ?? 1,
      conflictRules: options.rules ?? [],
      verification: options.verification ?? 'auto',
    }),
    ...options.kept,
    ...(options.siteRules && { siteRules: options.siteRules }),
    ...(options.onFinished && { onFinished: options.onFinished }),
    segmentsExactly: options.segments !== undefined && options.segmentsGrow !== true,
    ...(options.retryPauses !== null && { retryPauses: options.retryPauses ?? [0, 0, 0] }),
    ...(options.folding && { foldingOf: async () => options.folding ?? FOLDS_NOTHING }),
    asker: {
      ask: async (question, signal) => {
        if (question.kind !== 'conflict') return { kind: 'dismissed' };
        questions.push(question);
        const gone = new Promise<PromptAnswer>((resolve) => {
          signal?.addEventListener('abort', () => resolve({ kind: 'dismissed' }));
        });
        return await Promise.race([options.answer?.(question) ?? { kind: 'dismissed' as const }, gone]);
      },
    },
  });
  onTestFinished(() => queue.stop());
  const rows = (): readonly TransferView[] => queue.read('all', 0, 500).rows;
  const until = (holds: (all: readonly TransferView[]) => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (holds(rows())) return resolve();
      const stop = queue.onChanged(() => {
        if (!holds(rows())) return;
        stop();
        resolve();
      });
    });
  const busy = new Set(['waiting', 'active', 'asking']);
  return { queue, questions, rows, until, quiet: () => until((all) => !all.some((row) => busy.has(row.state))) };
};

export const item = (name: string, type: TransferItem['type'] = 'file', size: number | null = null): TransferItem => ({
  name,
  type,
  size,
  modifiedMs: null,
});

/** Answers every question about a file that is there already with `action`. */
export const answering =
  (action: ConflictAction, forAll = false, newName: string | null = null) =>
  () =>
    ({ kind: 'conflict', action, scope: forAll ? 'batch' : 'file', newName }) as const;
