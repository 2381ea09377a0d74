import type { TransferChoice } from '#shared/ftp/transfer-parameters.ts';

/**
 * Whether a file moved this way has as many bytes here as the server's SIZE says of it. Text has other line ends on
 * either side, and the local form of records and pages holds lengths that the server keeps elsewhere: then equal sizes
 * prove nothing, and different ones neither.
 */
export const sizesComparable = ({ type, structure }: TransferChoice): boolean =>
  structure === 'F' && (type.type === 'I' || (type.type === 'L' && type.byteSize === 8));

/**
 * How a broken transfer is gone on with:
 * - `bytes`: at a number of bytes, which are the same on both sides (RFC 3659 5)
 * - `markers`: at one of the places that block and compressed mode marked on the way (RFC 959 3.5)
 * - `none`: not at all
 */
export type GoingOn = 'bytes' | 'markers' | 'none';

export const goingOn = (choice: TransferChoice): GoingOn => {
  if (choice.mode === 'B' || choice.mode === 'C') return 'markers';
  return choice.mode === 'S' && sizesComparable(choice) ? 'bytes' : 'none';
};

/**
 * Whether data that came to its end by itself is whole although the completion reply is missing: by its length where
 * that is known and can be compared, else by the end that records, pages and deflate mark in the data. Of block and
 * compressed mode it is never said: which of the data is suspect is told with the reply.
 *
 * @param size the server's, in bytes; null where nobody knows it
 * @param received bytes of the file here
 */
export const isWholeWithoutReply = (choice: TransferChoice, size: number | null, received: number): boolean => {
  if (goingOn(choice) === 'markers') return false;
  if (size !== null && sizesComparable(choice)) return received === size;
  return choice.structure !== 'F' || choice.mode === 'Z';
};
