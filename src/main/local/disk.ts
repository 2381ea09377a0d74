import type { BigIntStats, PathLike, Stats } from 'node:fs';
import { link, lstat, open, rename, rm, unlink } from 'node:fs/promises';
import { isErrno } from './local-fault.ts';

/** An open file, of Node's `FileHandle` what is needed of one that comes or goes. */
export interface OpenFile {
  read(into: Uint8Array, at: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
  write(from: Uint8Array, at: number, length: number, position: number): Promise<{ readonly bytesWritten: number }>;
  stat(): Promise<Stats>;
  stat(options: { readonly bigint: true }): Promise<BigIntStats>;
  chmod(mode: number): Promise<void>;
  utimes(accessed: Date, modified: Date): Promise<void>;
  truncate(length: number): Promise<void>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The calls of the file system that each of many files needs. What else goes wrong they throw as Node does. */
export interface Disk {
  open(path: PathLike, flags: number, mode?: number): Promise<OpenFile>;
  /** What stands there, a link not followed; null where nothing does, nor can (a file where a folder would have to be). */
  lookUp(path: PathLike): Promise<Stats | null>;
  lookUp(path: PathLike, options: { readonly bigint: true }): Promise<BigIntStats | null>;
  link(from: PathLike, to: PathLike): Promise<void>;
  rename(from: PathLike, to: PathLike): Promise<void>;
  unlink(path: PathLike): Promise<void>;
  /** Removes a file where there is one. */
  remove(path: PathLike): Promise<void>;
}

/** The answer to a look at a path; null where there is no such file or folder, or a file stands where a folder would have to. */
export const orNothing = async <T>(look: () => T | Promise<T>): Promise<T | null> => {
  try {
    return await look();
  } catch (thrown) {
    if (isErrno(thrown, 'ENOENT', 'ENOTDIR')) return null;
    throw thrown;
  }
};

/** Each call on a thread, so that a disk that takes its time holds up nothing else. */
const besides: Disk = {
  open,
  lookUp: ((path: PathLike, options?: { readonly bigint: true }) =>
    orNothing(() => lstat(path, options))) as Disk['lookUp'],
  link,
  rename,
  unlink,
  remove: (path) => rm(path, { force: true }),
};

let current: Disk = besides;

/** How the file system is called. */
export const disk = (): Disk => current;

/** Has the file system called in another way, from now on; to be told before the first file. */
export const callDisk = (by: Disk): void => {
  current = by;
};
