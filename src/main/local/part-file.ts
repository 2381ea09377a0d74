import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import type { ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import { disk, type OpenFile } from './disk.ts';
import { checksumOf } from './file-checksum.ts';
import { isErrno, localFault, locally } from './local-fault.ts';
import { systemPath } from './local-path.ts';
import { partName } from './part-name.ts';
import { type PartSink, partSink } from './part-sink.ts';
import { type Placing, placeFile } from './place-file.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * A download on its way: written beside its target under another name, so that whatever happens, what stands under
 * the final name is whole.
 */
export interface PartFile {
  readonly path: string;
  readonly sink: PartSink;
  /** Another place to write at, for a file that comes in pieces; whoever writes waits for `settled` before the end. */
  sinkAt(offset: number): PartSink;
  /**
   * Flushes to the disk, sets the time, and gives the file its final name, or `as`, another path in the same folder. When it
   * settles the name is on the disk too.
   * Faults: `local-file` at stage `finishing`; `exists` where a file appeared that is not to be replaced. The part
   * file is still there then. `changed-meanwhile` where the part file is not the one that was written.
   */
  finish(
    placing: Placing & {
      readonly modifiedMs: number | null;
      readonly as?: string;
      /** Called when all of it is on the disk and only the name is missing. */
      readonly beforeNaming?: () => void;
    },
  ): Promise<void>;
  /** Has the disk keep what is written so far, whatever happens to the machine. Faults: `local-file`. */
  flush(): Promise<void>;
  /** `length` bytes of it from `from` on, or as many as there are. Faults: `local-file`. */
  read(part: { readonly from: number; readonly length: number }): Promise<Uint8Array>;
  /** Of all that is in it, in hex. Faults: `local-file` at stage `finishing`; `cancelled`. */
  checksum(algorithm: ChecksumAlgorithm, signal: AbortSignal): Promise<string>;
  /**
   * Closes it and keeps what has come, through a loss of power too where it is told `durably`. Answers how many bytes from
   * the start are surely in it.
   */
  keep(durably?: boolean): Promise<number>;
  /** The same for a file that came in pieces: so many bytes of it are kept, holes and all. */
  keepTo(length: number): Promise<void>;
  /** Closes it and removes it. */
  discard(): Promise<void>;
}

/** Where the part file of a download to `target` stands. */
export const partPath = (target: string): string => join(dirname(target), partName(basename(target)));

/**
 * Opens the part file of `target`. With an `offset` of 0 it begins anew and what an earlier run of the program left is
 * removed; else the bytes before `offset` are kept and those after it cut off.
 *
 * @param runs whether a new file may be run by whomever the system's umask lets
 * Faults: `local-file`; `changed-meanwhile` where fewer bytes are there than `offset` says.
 */
export const openPartFile = async (target: string, offset: number, runs = false): Promise<PartFile> => {
  const path = partPath(target);
  const handle = await locally(path, 'preparing', () => (offset === 0 ? openNew(path, runs) : openKept(path, offset)));
  return part(target, path, handle, offset);
};

/** Begins the part file of `target` with a copy of `target` itself, to go on where that ends. The target stays. */
export const copyToPartFile = async (target: string): Promise<void> => {
  const path = partPath(target);
  await locally(path, 'preparing', async () => {
    await disk().remove(systemPath(path));
    // A copy, not a rename: should this download be given up, the person's own half is still there.
    await copyFile(systemPath(target), systemPath(path), constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  });
};

/**
 * Makes the part file of `from` the one of `to`, in the same folder. False where `to` has one already, or `from` none.
 */
export const movePartFile = async (from: string, to: string): Promise<boolean> => {
  try {
    await placeFile(partPath(from), partPath(to), { replace: false });
    return true;
  } catch (thrown) {
    if (!(thrown instanceof FaultError) || thrown.fault.kind !== 'local-file') throw thrown;
    if (thrown.fault.cause !== 'exists' && thrown.fault.cause !== 'not-found') throw thrown;
    return false;
  }
};

/** Removes the part file of `target` where there is one. */
export const discardPartFile = (target: string): Promise<void> =>
  locally(partPath(target), 'finishing', () => disk().remove(systemPath(partPath(target))));

const openNew = async (path: string, runs: boolean): Promise<OpenFile> => {
  // EXCL never follows a link that somebody put here to have us write elsewhere.
  const create = (): Promise<OpenFile> =>
    disk().open(systemPath(path), constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, runs ? 0o777 : 0o666);
  try {
    return await create();
  } catch (thrown) {
    if (!isErrno(thrown, 'EEXIST')) throw thrown;
  }
  // Seldom: of a folder of small files each look beforehand would be a good part of the work.
  await disk().remove(systemPath(path));
  return await create();
};

const openKept = async (path: string, offset: number): Promise<OpenFile> => {
  const handle = await disk().open(systemPath(path), constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await handle.stat();
    if (size < offset) throw localFault('changed-meanwhile', path, `${size} bytes where ${offset} were kept`);
    await handle.truncate(offset);
    return handle;
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
};

const part = (target: string, path: string, handle: OpenFile, offset: number): PartFile => {
  const sink = partSink(path, handle, offset);
  const keepTo = (length: number): Promise<void> =>
    locally(path, 'finishing', async () => {
      try {
        await handle.truncate(length);
      } finally {
        await handle.close();
      }
    });
  return {
    path,
    sink,
    sinkAt: (from) => partSink(path, handle, from),
    flush: () => locally(path, 'after-preliminary-reply', () => handle.datasync()),
    finish: async ({ modifiedMs, as = target, beforeNaming, ...placing }) => {
      await locally(path, 'finishing', async () => {
        try {
          await expectInPlace(handle, path);
          if (placing.replace) await keepMode(handle, as);
          if (modifiedMs !== null) await handle.utimes(new Date(), new Date(modifiedMs));
          await handle.sync();
        } finally {
          await handle.close();
        }
      });
      beforeNaming?.();
      await placeFile(path, as, placing);
      await syncFolder(dirname(as));
    },
    read: ({ from, length }) =>
      locally(path, 'preparing', async () => {
        const bytes = Buffer.alloc(length);
        const { bytesRead } = await handle.read(bytes, 0, length, from);
        return bytes.subarray(0, bytesRead);
      }),
    checksum: async (algorithm, signal) => {
      const length = await sink.settled();
      return await checksumOf(path, handle, algorithm, { from: 0, to: length }, signal);
    },
    keep: async (durably = false) => {
      const length = await sink.settled();
      if (durably) await locally(path, 'finishing', () => handle.sync());
      // After a failed write a later one may have gone through: what lies behind the hole is worth nothing.
      await keepTo(length);
      return length;
    },
    keepTo,
    discard: async () => {
      await sink.settled();
      await locally(path, 'finishing', async () => {
        await handle.close();
        await disk().remove(systemPath(path));
      });
    },
  };
};

/**
 * What stands at `path` has to be the file that was written: another program may have put one of its own there.
 * Faults: `local-file: changed-meanwhile`.
 */
const expectInPlace = async (handle: OpenFile, path: string): Promise<void> => {
  const [written, there] = await Promise.all([
    handle.stat({ bigint: true }),
    disk()
      .lookUp(systemPath(path), { bigint: true })
      .catch(() => null),
  ]);
  if (there?.ino === written.ino && there.dev === written.dev) return;
  throw localFault('changed-meanwhile', path, 'the part file is another one by now', 'finishing');
};

/** A replaced file keeps its permissions; a link in its place has none of its own. */
const keepMode = async (handle: OpenFile, target: string): Promise<void> => {
  const old = await disk()
    .lookUp(systemPath(target))
    .catch(() => null);
  if (old?.isFile()) await handle.chmod(old.mode & 0o777);
};
