import { baseName, joinPathname, type Pathname, parentPathname } from '#shared/ftp/pathname.ts';
import { atOffset } from '../../ftp/defaults.ts';
import type { Checkpoint, UserFtp } from '../../ftp/engine.ts';
import type { UploadSource } from '../moving/upload-source.ts';
import type { Job } from '../rows/job.ts';
import { unlessRefused } from '../server/refusal.ts';
import { keepsPlaces, layOut } from './prove-places.ts';

/** How the pieces of a file come together on a server. */
export interface Joining {
  /** The first byte that is to be sent. */
  readonly first: number;
  /** Where a piece is stored that begins at `from`. */
  target(from: number): { readonly path: Pathname; readonly start: Checkpoint | null };
  /** Whether a further connection leads to the same part. */
  isSame(connection: UserFtp): Promise<boolean>;
  /** Makes one file of pieces, all of them stored, that begin at these places; false where that did not come about. */
  join(places: readonly number[]): Promise<boolean>;
  /** Removes what is beside the part, where it did not come about. */
  giveUp(places: readonly number[]): Promise<void>;
}

/**
 * How the server of a job takes pieces, or null where it takes none: by COMB where FEAT has it; else at their places in one
 * file, where the server has proved that it keeps what is behind them.
 * Faults: the engine's where they concern the connection, and the source's.
 */
export const joiningOf = async (
  job: Job,
  path: Pathname,
  source: UploadSource,
  size: number,
): Promise<Joining | null> => {
  const { learned, session, connection } = job;
  if (session.knows('piecesFail')) return null;
  if (connection.features.has('COMB') && !path.includes('"')) return combined(job, path, size);
  const laidOut = await layOut(job, path, source, size);
  if (laidOut && !learned.keepsPlaces) {
    learned.keepsPlaces = await keepsPlaces(job, path, source, size);
    if (learned.keepsPlaces) session.note('The server stores at any place of a file: large files are sent in pieces.');
  }
  if (laidOut && learned.keepsPlaces) return atPlaces(connection, path, size);
  session.learn('piecesFail', 'it does not store at any place of a file, files are sent in one piece', []);
  return null;
};

const atPlaces = (own: UserFtp, path: Pathname, size: number): Joining => ({
  // A STOR without REST would begin the file anew, and the first byte is there already.
  first: 1,
  target: (from) => ({ path, start: atOffset(from) }),
  isSame: async (connection) => (await unlessRefused(connection.size(path))) === size,
  join: async () => own.closed || (await unlessRefused(own.size(path))) === size,
  giveUp: async () => {},
});

const combined = ({ connection }: Job, path: Pathname, size: number): Joining => {
  const directory = parentPathname(path);
  const pieceAt = (from: number): string => `${baseName(path)}-${from}`;
  return {
    first: 0,
    target: (from) => ({ path: joinPathname(directory, pieceAt(from)), start: null }),
    // Whether the pieces are all in one place shows when they are joined.
    isSame: async () => true,
    join: async (places) => {
      // COMB puts them behind what is there.
      await unlessRefused(connection.delete(path));
      const joined = connection.combine(directory, baseName(path), places.map(pieceAt)).then(() => true);
      return (await unlessRefused(joined)) !== null && (await unlessRefused(connection.size(path))) === size;
    },
    giveUp: async (places) => {
      for (const from of places) await unlessRefused(connection.delete(joinPathname(directory, pieceAt(from))));
    },
  };
};
