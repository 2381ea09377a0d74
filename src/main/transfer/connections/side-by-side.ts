import type { TransferRow } from '../rows/transfer-row.ts';

/**
 * Files at work over one connection at the same time: those whose commands have left together (16 in active mode), as many
 * that are looked at and renamed after that, and as many that are being prepared.
 */
export const MOST_SIDE_BY_SIDE = 48;

/** Bytes. Of a larger file the data takes longer than the commands, and nobody should wait behind it. */
const SMALL = 512 * 1024;

/**
 * Whether a row may share its connection. A folder is still being read, a link may turn out to be one, and what is as
 * long as nobody knows may be long.
 */
export const sharesConnection = ({ kind, direction, source, size }: TransferRow): boolean =>
  direction !== 'between' && kind === 'file' && source.type === 'file' && size !== null && size <= SMALL;
