import fs from 'node:fs';
import { promisify } from 'node:util';
import { type Disk, type OpenFile, orNothing } from './disk.ts';

/** Bytes. So few are copied before a thread would have woken. */
const SMALL = 128 * 1024;

const readBesides = promisify(fs.read);
const writeBesides = promisify(fs.write);
const sync = promisify(fs.fsync);
const datasync = promisify(fs.fdatasync);

const openFile = (fd: number): OpenFile => ({
  read: async (into, at, length, position) =>
    length <= SMALL
      ? { bytesRead: fs.readSync(fd, into, at, length, position) }
      : await readBesides(fd, into, at, length, position),
  write: async (from, at, length, position) =>
    length <= SMALL
      ? { bytesWritten: fs.writeSync(fd, from, at, length, position) }
      : await writeBesides(fd, from, at, length, position),
  stat: (async (options?: { readonly bigint: true }) => fs.fstatSync(fd, options)) as OpenFile['stat'],
  chmod: async (mode) => fs.fchmodSync(fd, mode),
  utimes: async (accessed, modified) => fs.futimesSync(fd, accessed, modified),
  truncate: async (length) => fs.ftruncateSync(fd, length),
  datasync: () => datasync(fd),
  sync: () => sync(fd),
  close: async () => fs.closeSync(fd),
});

/**
 * Each call at once, where nobody waits at a window meanwhile: without a thread to be woken a small file costs a tenth of
 * the processor's time. What has to come from or get to the disk itself, large pieces and what is synced, goes beside as
 * ever: of several files that are synced at the same time none waits for another.
 */
export const diskAtOnce: Disk = {
  open: async (path, flags, mode) => openFile(fs.openSync(path, flags, mode)),
  // Nothing there is what is mostly found: an error made of it would cost as much again.
  lookUp: ((path: fs.PathLike, options?: { readonly bigint: true }) =>
    orNothing(() => fs.lstatSync(path, { ...options, throwIfNoEntry: false }) ?? null)) as Disk['lookUp'],
  link: async (from, to) => fs.linkSync(from, to),
  rename: async (from, to) => fs.renameSync(from, to),
  unlink: async (path) => fs.unlinkSync(path),
  remove: async (path) => fs.rmSync(path, { force: true }),
};
