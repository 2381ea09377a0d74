import type { TransferParameters } from './transfer-parameters.ts';

/**
 * Why transfer parameters have no meaning together, or none here:
 * - `local-byte-size`: TYPE L with another logical byte size than 8. RFC 959 3.1.1.4 would have such bytes packed
 *   contiguously, and says of how they are kept that it depends on "the particular host": a file on this disk has no
 *   bytes of 36 bits that anything could read.
 * - `text-in-pages`: TYPE A or E with STRU P. The data length of a page counts the bytes behind it (3.1.2.3), and
 *   converting the ends of lines would change their number.
 */
export type MeaninglessReason = 'local-byte-size' | 'text-in-pages';

/**
 * Why these parameters are refused before anything is sent; null where they have a meaning together.
 *
 * All others have one. RFC 959 3: "The transmission and representation are basically independent"; records are allowed
 * in every mode (3.4.1, 3.4.2), for binary files as well, where each end of a record is told by the mode; pages too
 * (Appendix I: "in fact, any mode could be used"). MODE Z is stream mode with what it carries compressed, so that
 * the control codes of records in stream mode lie inside the compressed data.
 */
export const meaningless = ({ type, structure }: TransferParameters): MeaninglessReason | null => {
  if (type.type === 'L' && type.byteSize !== 8) return 'local-byte-size';
  if (structure === 'P' && (type.type === 'A' || type.type === 'E')) return 'text-in-pages';
  return null;
};

/**
 * How a transfer with these parameters can go on in the middle after it was broken:
 * - `bytes`: behind REST stands a number of bytes, the same on both sides (RFC 3659 5.3)
 * - `markers`: behind REST stands a restart marker of the server's (RFC 959 3.5)
 * - `never`: only from the beginning. In stream mode text is counted as it is on the data connection, which no local
 *   file tells; pages are numbered from where they began; and where MODE Z begins anew no text says.
 */
export type RestartManner = 'bytes' | 'markers' | 'never';

export const restartManner = ({ type, structure, mode }: TransferParameters): RestartManner => {
  if (structure === 'P') return 'never';
  if (mode === 'B' || mode === 'C') return 'markers';
  return mode === 'S' && structure === 'F' && (type.type === 'I' || type.type === 'L') ? 'bytes' : 'never';
};
