import type { TransferQuery } from '#shared/model/transfer.ts';
import type { TransferColumn } from '../state/transfer-columns.ts';

type SortBy = TransferQuery['sort']['by'];

const SORT_OF: Readonly<Partial<Record<TransferColumn, SortBy>>> = {
  name: 'name',
  site: 'site',
  size: 'size',
  state: 'state',
  added: 'added',
  finished: 'finished',
};

/** What a column sorts by; null: it changes by the second, or says nothing that anybody sorts by. */
export const sortOf = (column: TransferColumn): SortBy | null => SORT_OF[column] ?? null;
