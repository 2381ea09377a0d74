import { constants } from 'node:fs';
import type { ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { DataSource } from '../ftp/engine.ts';
import { disk, type OpenFile } from './disk.ts';
import { checksumOf } from './file-checksum.ts';
import { localFault, locally } from './local-fault.ts';
import { systemPath } from './local-path.ts';

/** A local file being sent. Whoever opens it closes it. */
export interface FileSource {
  /** Bytes, when it was opened. */
  readonly size: number;
  /** Milliseconds since the epoch, when it was opened. */
  readonly modifiedMs: number;
  /** Permission bits, when it was opened. */
  readonly mode: number;
  /** The bytes from `offset` on. Faults of reading: `local-file` at stage `after-preliminary-reply`. */
  from(offset: number): DataSource;
  /** `length` bytes from `from` on, or as many as there are. Faults as of `from`. */
  read(part: { readonly from: number; readonly length: number }): Promise<Uint8Array>;
  /** Of the bytes of a range, in hex. Faults: `local-file` at stage `finishing`; `cancelled`. */
  checksum(
    algorithm: ChecksumAlgorithm,
    range: { readonly from: number; readonly to: number },
    signal: AbortSignal,
  ): Promise<string>;
  /** Faults: `local-file: changed-meanwhile` where size or time are not what they were when it was opened. */
  expectUnchanged(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a regular file for sending, links followed. Reads are positional and go straight into the
 * caller's buffer: no memory is taken per chunk.
 * Faults: `local-file`; `is-a-directory` for a folder.
 */
export const openFileSource = async (path: string): Promise<FileSource> => {
  // NONBLOCK: opening a pipe without a writer would wait for ever; a regular file does not mind.
  const handle = await locally(path, 'preparing', () =>
    disk().open(systemPath(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)),
  );
  try {
    const stats = await locally(path, 'preparing', () => handle.stat());
    if (stats.isDirectory()) throw localFault('is-a-directory', path, 'a folder cannot be sent as a file');
    if (!stats.isFile()) throw localFault('other', path, 'neither a file nor a folder');
    return source(path, handle, { size: stats.size, modifiedMs: Math.floor(stats.mtimeMs), mode: stats.mode & 0o777 });
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
};

const source = (
  path: string,
  handle: OpenFile,
  opened: Pick<FileSource, 'size' | 'modifiedMs' | 'mode'>,
): FileSource => ({
  ...opened,
  from: (offset) => {
    let position = offset;
    return {
      read: (into) =>
        locally(path, 'after-preliminary-reply', async () => {
          const { bytesRead } = await handle.read(into, 0, into.length, position);
          position += bytesRead;
          return bytesRead;
        }),
    };
  },
  read: ({ from, length }) =>
    locally(path, 'after-preliminary-reply', async () => {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await handle.read(bytes, 0, length, from);
      return bytes.subarray(0, bytesRead);
    }),
  checksum: (algorithm, range, signal) => checksumOf(path, handle, algorithm, range, signal),
  expectUnchanged: async () => {
    const now = await locally(path, 'finishing', () => handle.stat());
    if (now.size !== opened.size || Math.floor(now.mtimeMs) !== opened.modifiedMs) {
      throw localFault('changed-meanwhile', path, 'the file was changed while it was sent', 'finishing');
    }
  },
  close: () => locally(path, 'finishing', () => handle.close()),
});
