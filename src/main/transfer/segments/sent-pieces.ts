import { type ByteRange, joinRanges } from '#shared/ftp/byte-range.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { UserFtp } from '../../ftp/engine.ts';
import type { UploadSource } from '../moving/upload-source.ts';
import type { UploadPieces } from '../rows/transfer-row.ts';
import { overlapOf, sameBytes } from '../server/overlap.ts';
import { readRange } from '../server/read-range.ts';

/** Bytes. Closer than that the end of what a broken piece left is not looked for: each look is five round trips. */
const NEAR = 4 * 1024 * 1024;

/** A part on a server that is sent in pieces, and what it is compared with. */
export interface SentPart {
  readonly connection: UserFtp;
  readonly path: Pathname;
  readonly source: UploadSource;
  readonly signal: AbortSignal;
}

/**
 * What an earlier try left of a part of so many bytes that was sent in pieces: those that were stored, and the beginnings of
 * those that broke.
 * @returns null where one that was stored does not end as the source does there: it is another file by now
 * Faults: the engine's where they concern the connection, and the source's.
 */
export const piecesThere = async (
  part: SentPart,
  pieces: UploadPieces,
  size: number,
): Promise<readonly ByteRange[] | null> => {
  const { stored } = pieces;
  if (!(await endAlike(part, stored))) return null;
  const beginnings: ByteRange[] = [];
  for (const range of begunRanges(pieces, size)) beginnings.push({ from: range.from, to: await reachOf(part, range) });
  return joinRanges([...stored, ...beginnings]);
};

/**
 * Where beginnings of pieces may be, each up to the next: a piece may have been broken behind a place at which another had been
 * begun before, and between the two there is a hole.
 */
export const begunRanges = ({ stored, places }: UploadPieces, size: number): readonly ByteRange[] => {
  const bounds = [...places, ...stored.map(({ from }) => from), size];
  return places
    .filter((place) => !stored.some(({ from, to }) => from <= place && place < to))
    .map((from) => ({ from, to: Math.min(...bounds.filter((bound) => bound > from)) }));
};

/**
 * Up to where a piece that broke is surely there. The size of a part with holes in it tells nothing; but a piece is stored from
 * its beginning on, so all before a place is there that ends as the source does.
 * Faults: as of `piecesThere`.
 */
export const reachOf = async (part: SentPart, { from, to }: ByteRange): Promise<number> => {
  let there = from;
  let missing = to;
  while (missing - there > NEAR) {
    const middle = Math.floor((there + missing) / 2);
    if ((await endOf(part, { from: there, to: middle })) === 'proved') there = middle;
    else missing = middle;
  }
  return there;
};

/** Whether each of these ranges ends on the server as in the source. Faults: as of `piecesThere`. */
export const endAlike = async (part: SentPart, ranges: readonly ByteRange[]): Promise<boolean> => {
  for (const range of ranges) if ((await endOf(part, range)) === 'differs') return false;
  return true;
};

/** `alike`: as a hole would be, too, which reads as zeros. What cannot be read is taken for different. */
const endOf = async (
  { connection, path, source, signal }: SentPart,
  { from, to }: ByteRange,
): Promise<'proved' | 'alike' | 'differs'> => {
  const length = overlapOf(to - from);
  const end = { from: to - length, length };
  const there = await readRange(connection, path, end, signal);
  const ours = there === null ? null : await source.read(end);
  if (there === null || ours === null || !sameBytes(there, ours)) return 'differs';
  return ours.some((byte) => byte !== 0) ? 'proved' : 'alike';
};
