import type { Pathname } from '#shared/ftp/pathname.ts';
import type { TransferOptions, UserFtp } from '../ftp/engine.ts';
import type { FileSource } from '../local/file-source.ts';

/** What is put on a server: a file of this computer, or one of another server. */
export interface UploadSource {
  /** Bytes; null where the other server does not tell. */
  readonly size: number | null;
  /** Milliseconds since the epoch; null where the other server does not tell. */
  readonly modifiedMs: number | null;
  /** One STOR of it at `path`, from `options.start` on. Faults: the engine's and the source's. */
  storeTo(connection: UserFtp, path: Pathname, options: TransferOptions): Promise<void>;
  /** Faults: where it is not the file any more that it was when sending began. */
  expectUnchanged(): Promise<void>;
}

/** A local file as a source. */
export const fromFile = (file: FileSource): UploadSource => ({
  size: file.size,
  modifiedMs: file.modifiedMs,
  storeTo: async (connection, path, options) => {
    await connection.store(path, file.from(options.start?.localBytes ?? 0), options);
  },
  expectUnchanged: () => file.expectUnchanged(),
});
