import { displayName } from '#shared/ftp/pathname.ts';
import type { ConflictAction } from '#shared/model/transfer.ts';
import type { Asker } from '../prompts/asker.ts';
import type { ConflictFacts } from './job.ts';
import type { TransferRow } from './transfer-row.ts';

/** What came of a question: an answer, `remembered` where one for all came first, or nobody wanted to decide. */
export type DeskAnswer =
  | { readonly kind: 'decided'; readonly action: ConflictAction; readonly newName: string | null }
  | { readonly kind: 'remembered' }
  | { readonly kind: 'dismissed' };

/**
 * Asks the person about one file at a time of each batch. What waits behind a question needs no question of its own
 * where the answer was meant for all.
 */
export const askInTurn = (
  asker: Asker,
  row: TransferRow,
  facts: ConflictFacts,
  signal: AbortSignal,
): Promise<DeskAnswer> => {
  const { batch } = row;
  const answer = batch.lastQuestion.then(() => ask(asker, row, facts, signal));
  batch.lastQuestion = answer.then(
    () => undefined,
    () => undefined,
  );
  return answer;
};

const ask = async (asker: Asker, row: TransferRow, facts: ConflictFacts, signal: AbortSignal): Promise<DeskAnswer> => {
  const { batch } = row;
  if (signal.aborted) return { kind: 'dismissed' };
  if (batch.remembered !== facts.remembered) return { kind: 'remembered' };
  const answer = await asker.ask(
    {
      kind: 'conflict',
      transferId: row.id,
      name: displayName(row.name),
      targetPath: row.direction === 'download' ? row.localPath : batch.names.read(row.remotePath),
      source: { ...facts.source, site: row.direction === 'upload' ? null : (row.from?.siteTitle ?? row.siteTitle) },
      target: {
        site: row.direction === 'download' ? null : row.siteTitle,
        size: facts.target.size,
        modifiedMs: facts.target.modifiedMs,
      },
      canResume: facts.canResume,
      freeName: facts.freeName,
      otherName: facts.otherName,
      othersWaiting: Math.max(0, batch.open - 1),
    },
    signal,
  );
  if (answer.kind !== 'conflict') return { kind: 'dismissed' };
  if (answer.applyToAll) batch.remembered = answer.action;
  return { kind: 'decided', action: answer.action, newName: answer.newName };
};
