import type { DataSource } from '../../ftp/engine.ts';
import type { Piece } from './segment-plan.ts';

/** A source that ends where its piece does. */
export interface PieceSource extends DataSource {
  /** Up to where it was read. */
  readonly reached: number;
  /** The file had no more, though the piece has. */
  readonly ranDry: boolean;
}

/** The bytes of `source`, which begins at `start`, up to the end of a piece, which may move meanwhile. */
export const upToEnd = (source: DataSource, start: number, piece: Pick<Piece, 'to'>): PieceSource => {
  let reached = start;
  let ranDry = false;
  return {
    get reached() {
      return reached;
    },
    get ranDry() {
      return ranDry;
    },
    read: async (into) => {
      const length = Math.min(into.length, piece.to - reached);
      if (length <= 0) return 0;
      const read = await source.read(into.subarray(0, length));
      ranDry = read === 0;
      reached += read;
      return read;
    },
  };
};
