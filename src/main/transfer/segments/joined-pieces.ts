import type { ByteRange } from '#shared/ftp/byte-range.ts';
import { baseName, joinPathname, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { atOffset } from '../../ftp/defaults.ts';
import type { Checkpoint, UserFtp } from '../../ftp/engine.ts';
import type { UploadSource } from '../moving/upload-source.ts';
import type { Job } from '../rows/job.ts';
import { unlessRefused } from '../server/refusal.ts';
import { keepsPlaces, layOut } from './prove-places.ts';
import { endAlike } from './sent-pieces.ts';

/** How the pieces of a file come together on a server. */
export interface Joining {
  /** The first byte that is to be sent. */
  readonly first: number;
  /** Where a piece is stored that begins at `from`. */
  target(from: number): { readonly path: Pathname; readonly start: Checkpoint | null };
  /** Whether a further connection leads to the same part. */
  isSame(connection: UserFtp): Promise<boolean>;
  /** Whether what was stored can be gone on with when it is broken. */
  readonly keepsPieces: boolean;
  /** Makes one file of pieces, all of them stored, in their order; false where that did not come about. */
  join(pieces: readonly ByteRange[]): Promise<boolean>;
  /** Removes what is beside the part, where it did not come about. */
  giveUp(places: readonly number[]): Promise<void>;
}

/**
 * How the server of a job takes pieces, or null where it takes none: by COMB where FEAT has it and pieces were asked for, as
 * nothing of them is gone on with; else at their places in one file, where the server has proved that it keeps what is
 * behind them.
 * Faults: the engine's where they concern the connection, and the source's.
 */
export const joiningOf = async (
  job: Job,
  path: Pathname,
  source: UploadSource,
  size: number,
  asked: boolean,
): Promise<Joining | null> => {
  const { learned, session, connection } = job;
  if (session.knows('piecesFail')) return null;
  if (asked && connection.features.has('COMB') && !path.includes('"')) return combined(job, path, size);
  const laidOut = await layOut(job, path, source, size);
  if (laidOut && !learned.keepsPlaces) {
    learned.keepsPlaces = await keepsPlaces(job, path, source, size);
    if (learned.keepsPlaces) session.note('The server stores at any place of a file: large files are sent in pieces.');
  }
  if (laidOut && learned.keepsPlaces) return atPlaces(job, path, source, size);
  session.learn('piecesFail', 'it does not store at any place of a file, files are sent in one piece', []);
  return null;
};

/** At their places in a part that the server has shown to take them so, in this try or in an earlier one. */
export const atPlaces = ({ connection, run }: Job, path: Pathname, source: UploadSource, size: number): Joining => ({
  // A STOR without REST would begin the file anew, and the first byte is there already.
  first: 1,
  keepsPieces: true,
  target: (from) => ({ path, start: atOffset(from) }),
  isSame: async (further) => (await unlessRefused(further.size(path))) === size,
  // The part has had its size from the start: that a piece is shorter than it was said to be shows only at its end.
  join: async (pieces) =>
    (await unlessRefused(connection.size(path))) === size &&
    (await endAlike({ connection, path, source, signal: run.abort.signal }, pieces)),
  giveUp: async () => {},
});

const combined = ({ connection }: Job, path: Pathname, size: number): Joining => {
  const directory = parentPathname(path);
  const pieceAt = (from: number): string => `${baseName(path)}-${from}`;
  return {
    first: 0,
    keepsPieces: false,
    target: (from) => ({ path: joinPathname(directory, pieceAt(from)), start: null }),
    // Whether the pieces are all in one place shows when they are joined.
    isSame: async () => true,
    join: async (pieces) => {
      // COMB puts them behind what is there.
      await unlessRefused(connection.delete(path));
      const joined = connection
        .combine(
          directory,
          baseName(path),
          pieces.map(({ from }) => pieceAt(from)),
        )
        .then(() => true);
      return (await unlessRefused(joined)) !== null && (await unlessRefused(connection.size(path))) === size;
    },
    giveUp: async (places) => {
      for (const from of places) await unlessRefused(connection.delete(joinPathname(directory, pieceAt(from))));
    },
  };
};
