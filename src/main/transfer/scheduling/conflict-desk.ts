import { displayName } from '#shared/ftp/pathname.ts';
import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import { type ConflictSide, compareSizes, compareTimes, exactTime } from '../decisions/compare-sides.ts';
import type { ConflictFacts } from '../rows/job.ts';
import type { TransferRow } from '../rows/transfer-row.ts';
import type { TransferDependencies } from './transfer-dependencies.ts';

/** What came of a question: an answer, `remembered` where one for all came first, or nobody wanted to decide. */
export type DeskAnswer =
  | { readonly kind: 'decided'; readonly action: ConflictAction; readonly newName: string | null }
  | { readonly kind: 'remembered' }
  | { readonly kind: 'dismissed' };

/** Whom a question is put to, and who keeps an answer for good. */
type Desk = Pick<TransferDependencies, 'asker' | 'sessions' | 'siteRules'>;

/**
 * Asks the person about one file at a time of each batch. What waits behind a question needs no question of its own
 * where the answer was meant for all.
 */
export const askInTurn = (
  desk: Desk,
  row: TransferRow,
  facts: ConflictFacts,
  open: number,
  signal: AbortSignal,
): Promise<DeskAnswer> => {
  const { batch } = row;
  const answer = batch.lastQuestion.then(() => ask(desk, row, facts, open, signal));
  batch.lastQuestion = answer.then(
    () => undefined,
    () => undefined,
  );
  return answer;
};

const ask = async (
  desk: Desk,
  row: TransferRow,
  facts: ConflictFacts,
  open: number,
  signal: AbortSignal,
): Promise<DeskAnswer> => {
  const { batch } = row;
  const { source, target } = facts;
  if (signal.aborted) return { kind: 'dismissed' };
  if (batch.remembered !== facts.remembered) return { kind: 'remembered' };
  const answer = await desk.asker.ask(
    {
      kind: 'conflict',
      transferId: row.id,
      name: displayName(row.name),
      targetPath: row.direction === 'download' ? row.localPath : batch.names.read(row.remotePath),
      source: sideOf(source, row.direction === 'upload' ? null : (row.from?.siteTitle ?? row.siteTitle)),
      target: sideOf(target, row.direction === 'download' ? null : row.siteTitle),
      size: compareSizes(source, target),
      time: compareTimes(source, target),
      canResume: facts.canResume,
      freeName: facts.freeName,
      otherName: facts.otherName,
      othersWaiting: Math.max(0, open - 1),
      ruledSite: facts.otherName === null ? ruledSiteOf(desk, row) : null,
    },
    signal,
  );
  if (answer.kind !== 'conflict') return { kind: 'dismissed' };
  if (answer.scope !== 'file') batch.remembered = answer.action;
  if (answer.scope === 'site') keep(desk, row, answer.action);
  return { kind: 'decided', action: answer.action, newName: answer.newName };
};

const sideOf = ({ size, modified }: ConflictSide, site: string | null) => ({
  site,
  size,
  modifiedMs: exactTime(modified),
});

const directionOf = ({ direction }: TransferRow): 'download' | 'upload' =>
  direction === 'download' ? 'download' : 'upload';

/** The site whose list a rule for this row would be put into. */
const ruledSiteOf = ({ sessions, siteRules }: Desk, row: TransferRow) => {
  const session = sessions.get(row.sessionId)?.view();
  const name = session === undefined ? null : (siteRules?.keptWith(session) ?? null);
  return name === null ? null : { name, direction: directionOf(row) };
};

const keep = ({ sessions, siteRules }: Desk, row: TransferRow, action: ConflictAction): void => {
  const session = sessions.get(row.sessionId)?.view();
  if (session !== undefined) siteRules?.always(session, directionOf(row), action);
};
