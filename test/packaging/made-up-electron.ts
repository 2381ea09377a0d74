import fs from 'node:fs';
import path from 'node:path';

/** What electron-builder looks for in the executable: the sentinel, a version, the count of fuses, a digit for each. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
const FUSE_COUNT = 16;

/**
 * Writes a folder that electron-builder takes for an unpacked Electron, so that a package can be made and looked into
 * where Electron's binary cannot be had. It cannot be run.
 */
export const writeMadeUpElectron = (folder: string): void => {
  fs.mkdirSync(path.join(folder, 'resources'), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([FUSE_VERSION, FUSE_COUNT]),
    Buffer.from('0'.repeat(FUSE_COUNT)),
  ]);
  fs.writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), fuses, Buffer.alloc(64)]), {
    mode: 0o755,
  });
};

/** The fuses of a packed executable by their place: `1` is blown to on, `0` to off. */
export const fusesOf = (executable: string): string => {
  const bytes = fs.readFileSync(executable);
  const begin = bytes.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2;
  return bytes.toString('latin1', begin, begin + FUSE_COUNT);
};
