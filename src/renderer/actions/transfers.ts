import type { RequestSpec } from '#shared/contract/define.ts';
import {
  cancelTransfers,
  clearTransfers,
  pauseTransfers,
  prioritizeTransfers,
  resumeTransfers,
  retryTransfers,
  retryUnderName,
  scheduleTransfers,
} from '#shared/contract/transfers.ts';
import { isQueueOrder, type Priority, type TransferId } from '#shared/model/transfer.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { NOTHING_SELECTED } from '../state/transfer-selection.ts';
import { selectTransfers, shownView, transfers } from '../state/transfers.ts';

/** What can be done with transfers that are in the queue. */
export type TransferCommand = 'pause' | 'resume' | 'cancel' | 'retry' | 'clear';

/** What a command can be for. */
type Ids = ReturnType<typeof pauseTransfers.input.parse>['ids'];

const REQUEST: Readonly<Record<TransferCommand, RequestSpec<{ ids: Ids }, null>>> = {
  pause: pauseTransfers,
  resume: resumeTransfers,
  cancel: cancelTransfers,
  retry: retryTransfers,
  clear: clearTransfers,
};

/** Does it to what is selected, or to every transfer of the list in sight that it fits where nothing is. */
export const commandTransfers = async (command: TransferCommand): Promise<void> => {
  if ((await send(REQUEST[command], { ids: target() })) && command === 'clear') selectTransfers(NOTHING_SELECTED);
};

/** Tries again what two servers could not encrypt between them, this time in the clear: the person wants it so. */
export const retryInTheClear = (): Promise<boolean> => send(retryTransfers, { ids: target(), allowClear: true });

/** Tries a file that failed again under another name. @returns whether that can be its name */
export const retryUnder = async (id: TransferId, name: string): Promise<boolean> => {
  const result = await call(retryUnderName, { id, name });
  if (!result.ok) reportFault(result.fault);
  return result.ok;
};

/** Has the transfers of the site that one transfer belongs to wait, or go on. */
export const commandSite = (command: 'pause' | 'resume', siteOf: TransferId): Promise<boolean> =>
  send(REQUEST[command], { ids: { siteOf } });

/** Has what is selected begun earlier or later than other transfers. */
export const prioritize = (priority: Priority): Promise<boolean> =>
  send(prioritizeTransfers, { ids: target(), priority });

/** Has what is selected begin at a time, in milliseconds since the epoch; null: when it is its turn. */
export const schedule = (startsMs: number | null): Promise<boolean> =>
  send(scheduleTransfers, { ids: target(), startsMs });

/** Asks for something, and tells where it did not come about. @returns whether it did */
const send = async <Input>(spec: RequestSpec<Input, null>, input: Input): Promise<boolean> => {
  const result = await call(spec, input);
  if (!result.ok) reportFault(result.fault);
  return result.ok;
};

/**
 * What is selected, or all that the list in sight shows. Nothing is known here of rows that are not on the screen, so
 * those are named by the view that has them.
 */
const target = (): Ids => {
  const { selection, query } = shownView(transfers.getState());
  if (selection.ids !== 'all' && selection.ids.size > 0) return [...selection.ids];
  return query.list === 'queue' && isQueueOrder(query) ? 'all' : { query };
};
