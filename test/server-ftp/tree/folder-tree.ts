import type { Stats } from 'node:fs';
import { createReadStream, lstatSync, readlinkSync } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rmdir, stat, unlink, utimes } from 'node:fs/promises';
import { type ByteString, bytesOf, lastPartOf } from '../pathnames.ts';
import { type KeptStructure, NO_STRUCTURE } from '../structures/stored-file.ts';
import { type FileTree, type TreeEntry, TreeError, type TreeWriter } from './file-tree.ts';

/** A folder of the disk as the tree; names go to the system as the bytes they came as. */
export class FolderTree implements FileTree {
  readonly #root: Buffer;

  constructor(root: string) {
    this.#root = Buffer.from(root);
  }

  async stat(path: ByteString): Promise<TreeEntry> {
    return entryOf(lastPartOf(path), await said(stat(this.#at(path))), null);
  }

  async list(path: ByteString): Promise<readonly TreeEntry[]> {
    const directory = this.#at(path);
    const names = await said(readdir(directory, { encoding: 'buffer' }));
    // One by one and synchronously: a hundred thousand promises of lstat take ten times as long.
    return names.flatMap((name) => {
      const full = Buffer.concat([directory, Buffer.from('/'), name]);
      const facts = lstatSync(full, { throwIfNoEntry: false });
      // Removed in the meantime.
      if (!facts) return [];
      const target = facts.isSymbolicLink() ? readlinkSync(full, { encoding: 'buffer' }).toString('latin1') : null;
      return [entryOf(name.toString('latin1'), facts, target)];
    });
  }

  async *read(path: ByteString, offset: number): AsyncIterable<Uint8Array> {
    if ((await this.stat(path)).kind === 'directory') throw new TreeError('Is a directory');
    yield* createReadStream(this.#at(path), { start: offset, highWaterMark: 262_144 });
  }

  /** The disk keeps bytes and nothing else. */
  async structure(): Promise<KeptStructure> {
    return NO_STRUCTURE;
  }

  async write(path: ByteString, offset: number | null, behind: 'cut' | 'kept'): Promise<TreeWriter> {
    const file = await said(open(this.#at(path), offset === null ? 'a' : offset > 0 ? 'r+' : 'w'));
    if (offset && behind === 'cut') await file.truncate(offset);
    let at = offset ?? (await file.stat()).size;
    return {
      write: async (chunk) => {
        await file.write(chunk, 0, chunk.length, at);
        at += chunk.length;
      },
      close: () => file.close(),
    };
  }

  async removeFile(path: ByteString): Promise<void> {
    await said(unlink(this.#at(path)));
  }

  async makeDirectory(path: ByteString): Promise<void> {
    await said(mkdir(this.#at(path)));
  }

  async removeDirectory(path: ByteString): Promise<void> {
    await said(rmdir(this.#at(path)));
  }

  async rename(from: ByteString, to: ByteString): Promise<void> {
    await said(rename(this.#at(from), this.#at(to)));
  }

  async setModified(path: ByteString, modified: number): Promise<void> {
    await said(utimes(this.#at(path), modified / 1000, modified / 1000));
  }

  async setMode(path: ByteString, mode: number): Promise<void> {
    await said(chmod(this.#at(path), mode));
  }

  #at(path: ByteString): Buffer {
    return Buffer.concat([this.#root, bytesOf(path)]);
  }
}

const entryOf = (name: ByteString, facts: Stats, target: ByteString | null): TreeEntry => ({
  name,
  kind: facts.isDirectory() ? 'directory' : facts.isSymbolicLink() ? 'link' : 'file',
  size: facts.size,
  modified: facts.mtimeMs,
  mode: facts.mode & 0o777,
  target,
});

/** The system's refusals in the words servers use, without the path of the disk. */
const said = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw new TreeError(error instanceof Error ? error.message.replace(/, .*$/, '') : String(error), { cause: error });
  }
};
