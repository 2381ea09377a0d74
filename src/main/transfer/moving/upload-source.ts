import { CHECKSUM_ALGORITHMS, type ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { DataSource, TransferOptions, UserFtp } from '../../ftp/engine.ts';
import type { FileSource } from '../../local/file-source.ts';
import { keptMode } from '../rows/mode-to-keep.ts';
import type { Checkable } from '../server/compare-checksums.ts';

/** What is put on a server: a file of this computer, or one of another server. */
export interface UploadSource extends Checkable {
  /** Bytes; null where the other server does not tell. */
  readonly size: number | null;
  /** Milliseconds since the epoch; null where the other server does not tell. */
  readonly modifiedMs: number | null;
  /** Permission bits to be had by a file that is new; null: the server's choice. */
  readonly mode: number | null;
  /** One STOR of it at `path`, from `options.start` on. Faults: the engine's and the source's. */
  storeTo(connection: UserFtp, path: Pathname, options: TransferOptions): Promise<void>;
  /** Its bytes from a place on, any number of times; null where they do not come by here. */
  readonly from: ((offset: number) => DataSource) | null;
  /** Some of its bytes; null where the other server does not let them be read. Faults as of `storeTo`. */
  read(part: { readonly from: number; readonly length: number }): Promise<Uint8Array | null>;
  /** Of all of it where no range is given: from the first byte up to, and not including, `to`. Faults as of `storeTo`. */
  checksum(
    algorithm: ChecksumAlgorithm,
    range?: { readonly from: number; readonly to: number },
  ): Promise<string | null>;
  /** Faults: where it is not the file any more that it was when sending began. */
  expectUnchanged(): Promise<void>;
}

/** A local file as a source. */
export const fromFile = (file: FileSource, signal: AbortSignal): UploadSource => ({
  size: file.size,
  modifiedMs: file.modifiedMs,
  mode: keptMode(file.mode),
  checksums: CHECKSUM_ALGORITHMS,
  storeTo: async (connection, path, options) => {
    await connection.store(path, file.from(options.start?.localBytes ?? 0), options);
  },
  from: (offset) => file.from(offset),
  read: (part) => file.read(part),
  checksum: (algorithm, range = { from: 0, to: file.size }) => file.checksum(algorithm, range, signal),
  expectUnchanged: () => file.expectUnchanged(),
});
