import type { TransferList } from '#shared/model/transfer.ts';

/** What the table of transfers can tell of each, in the order of its columns; the name is always there. */
export const TRANSFER_COLUMNS = [
  'name',
  'direction',
  'site',
  'size',
  'progress',
  'rate',
  'timeLeft',
  'priority',
  'tries',
  'added',
  'finished',
  'verified',
  'state',
] as const;

export type TransferColumn = (typeof TRANSFER_COLUMNS)[number];
/** A column that can be hidden and has a width of its own; the name takes what is left. */
export type SizedTransferColumn = Exclude<TransferColumn, 'name'>;

/** Which columns are there, by list, and their widths in pixels. */
export interface TransferColumns {
  readonly shown: Readonly<Record<TransferList, readonly SizedTransferColumn[]>>;
  readonly widths: Readonly<Record<SizedTransferColumn, number>>;
}

/** What can be told of the transfers of each list: nothing that is over has a rate. */
export const POSSIBLE_COLUMNS: TransferColumns['shown'] = {
  queue: ['direction', 'site', 'size', 'progress', 'rate', 'timeLeft', 'priority', 'tries', 'added', 'state'],
  failed: ['direction', 'site', 'size', 'progress', 'priority', 'tries', 'added', 'finished', 'state'],
  finished: ['direction', 'site', 'size', 'tries', 'added', 'finished', 'verified', 'state'],
};

export const DEFAULT_TRANSFER_COLUMNS: TransferColumns = {
  shown: {
    queue: ['site', 'size', 'progress', 'rate', 'timeLeft', 'state'],
    failed: ['site', 'size', 'finished', 'state'],
    finished: ['site', 'size', 'finished', 'verified', 'state'],
  },
  widths: {
    direction: 108,
    site: 124,
    size: 84,
    progress: 88,
    rate: 84,
    timeLeft: 92,
    priority: 80,
    tries: 56,
    // `Dec 28, 11:58 PM` and `2023年12月28日` are whole.
    added: 132,
    finished: 132,
    verified: 96,
    state: 184,
  },
};

const LISTS = ['queue', 'failed', 'finished'] as const;

/**
 * Columns from whatever was kept: what is missing or unknown is as by default.
 * @param width answers a kept width where that can be used, else the other one
 */
export const parseTransferColumns = (
  kept: Readonly<Record<string, unknown>>,
  width: (value: unknown, otherwise: number) => number,
): TransferColumns => {
  const { shown, widths } = DEFAULT_TRANSFER_COLUMNS;
  const keptShown = recordOf(kept['shown']);
  const keptWidths = recordOf(kept['widths']);
  const shownIn = (list: TransferList): readonly SizedTransferColumn[] => {
    const names = keptShown[list];
    return Array.isArray(names) ? POSSIBLE_COLUMNS[list].filter((column) => names.includes(column)) : shown[list];
  };
  const entries = Object.entries(widths).map(([column, otherwise]) => [column, width(keptWidths[column], otherwise)]);
  return {
    shown: Object.fromEntries(LISTS.map((list) => [list, shownIn(list)])) as TransferColumns['shown'],
    widths: Object.fromEntries(entries) as TransferColumns['widths'],
  };
};

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
