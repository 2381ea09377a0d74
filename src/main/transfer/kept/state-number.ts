import type { Direction, TransferList, TransferState } from '#shared/model/transfer.ts';

/** The states by their number in the store: those of one list stand together. Numbers are never given anew. */
export const STATES = [
  'waiting',
  'active',
  'moving',
  'asking',
  'paused',
  'failed',
  'unknown',
  'done',
  'skipped',
  'cancelled',
] as const satisfies readonly TransferState[];

export const stateNumber = (state: TransferState): number => STATES.indexOf(state);

export const stateOf = (number: number): TransferState => STATES[number] ?? 'failed';

/** First and last number of each list's states. */
export const LIST_STATES: Readonly<Record<TransferList | 'all', readonly [first: number, last: number]>> = {
  queue: [0, 4],
  failed: [5, 6],
  finished: [7, 9],
  all: [0, 9],
};

const DIRECTIONS = ['download', 'upload', 'between'] as const satisfies readonly Direction[];

export const directionNumber = (direction: Direction): number => DIRECTIONS.indexOf(direction);

export const directionOf = (number: number): Direction => DIRECTIONS[number] ?? 'download';
