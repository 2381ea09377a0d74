import { LIST_OF, PRIORITIES, type TransferQuery } from '#shared/model/transfer.ts';
import type { TransferRow } from './transfer-row.ts';

/** The rows a view shows, in its order. */
export const findTransfers = (rows: readonly TransferRow[], query: TransferQuery): readonly TransferRow[] => {
  const { list, sort, direction, state } = query;
  const text = query.text.toLowerCase();
  const found = rows.filter(
    (row) =>
      (list === 'all' || LIST_OF[row.state] === list) &&
      (direction === null || row.direction === direction) &&
      (state === null || row.state === state) &&
      (text === '' || wordsOf(row).includes(text)),
  );
  const key = KEYS[sort.by];
  const sorted = found.toSorted((a, b) => compare(key(a), key(b)) || a.place - b.place);
  return sort.descending ? sorted.toReversed() : sorted;
};

const wordsOf = ({ name, localPath, remotePath, siteTitle }: TransferRow): string =>
  [name, localPath, remotePath, siteTitle].join('\n').toLowerCase();

type Key = string | number;

const compare = (left: Key, right: Key): number => (left < right ? -1 : left > right ? 1 : 0);

const KEYS: Readonly<Record<TransferQuery['sort']['by'], (row: TransferRow) => Key>> = {
  order: (row) => PRIORITIES.indexOf(row.priority),
  name: (row) => row.name.toLowerCase(),
  site: (row) => row.siteTitle.toLowerCase(),
  size: (row) => row.size ?? -1,
  state: (row) => row.state,
  added: (row) => row.addedMs,
  finished: (row) => row.finishedMs ?? 0,
};
