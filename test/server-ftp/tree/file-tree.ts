import type { ByteString } from '../pathnames.ts';
import type { KeptStructure } from '../structures/stored-file.ts';

export interface TreeEntry {
  readonly name: ByteString;
  readonly kind: 'file' | 'directory' | 'link';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Permission bits. */
  readonly mode: number;
  /** Where a link points. */
  readonly target: ByteString | null;
}

export interface TreeWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** The structure the file was sent in is kept with it where the tree can. */
  close(structure: KeptStructure): Promise<void>;
}

/** The files a test server serves. Every pathname is absolute and resolved; what cannot be done throws TreeError. */
export interface FileTree {
  /** Of the file or directory itself; a link is followed. */
  stat(path: ByteString): Promise<TreeEntry>;
  list(path: ByteString): Promise<readonly TreeEntry[]>;
  read(path: ByteString, offset: number): AsyncIterable<Uint8Array>;
  /** The records or pages a file was stored as. */
  structure(path: ByteString): Promise<KeptStructure>;
  /**
   * Opens for writing at `offset`; what is behind it is cut off, or kept, holes before it and all. null: at the end.
   */
  write(path: ByteString, offset: number | null, behind: 'cut' | 'kept'): Promise<TreeWriter>;
  removeFile(path: ByteString): Promise<void>;
  makeDirectory(path: ByteString): Promise<void>;
  removeDirectory(path: ByteString): Promise<void>;
  rename(from: ByteString, to: ByteString): Promise<void>;
  setModified(path: ByteString, modified: number): Promise<void>;
  setMode(path: ByteString, mode: number): Promise<void>;
}

/** Said as 550 and these words. */
export class TreeError extends Error {
  override readonly name = 'TreeError';
}
