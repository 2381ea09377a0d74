import { type ByteString, byteString, lastPartOf, parentOf, resolvePathname } from '../pathnames.ts';
import type { ScriptedFile, ScriptedFileDetails } from '../script.ts';
import { bytesOfPages, bytesOfRecords, type KeptStructure, NO_STRUCTURE } from '../structures/stored-file.ts';
import { type FileTree, type TreeEntry, TreeError, type TreeWriter } from './file-tree.ts';

interface Node {
  kind: 'file' | 'directory';
  content: Buffer;
  structure: KeptStructure;
  modified: number;
  mode: number;
}

const directoryNode = (): Node => ({
  kind: 'directory',
  content: Buffer.alloc(0),
  structure: NO_STRUCTURE,
  modified: Date.now(),
  mode: 0o755,
});

/** A tree that lives in memory and leaves nothing behind. */
export class MemoryTree implements FileTree {
  readonly #nodes = new Map<ByteString, Node>([['/', directoryNode()]]);

  /** Holds the files of a script: `docs/a.txt` with all directories above it, `empty/` as a directory. */
  constructor(files: Readonly<Record<string, ScriptedFile>>) {
    for (const [name, file] of Object.entries(files)) {
      const path = resolvePathname('/', byteString(name));
      this.#makeParents(path);
      this.#nodes.set(path, name.endsWith('/') ? directoryNode() : fileNode(file));
    }
  }

  async stat(path: ByteString): Promise<TreeEntry> {
    return entryOf(path, this.#get(path));
  }

  async list(path: ByteString): Promise<readonly TreeEntry[]> {
    if (this.#get(path).kind !== 'directory') throw new TreeError('Not a directory');
    const entries: TreeEntry[] = [];
    for (const [candidate, node] of this.#nodes)
      if (candidate !== '/' && parentOf(candidate) === path) entries.push(entryOf(candidate, node));
    return entries;
  }

  async *read(path: ByteString, offset: number): AsyncIterable<Uint8Array> {
    const node = this.#getFile(path);
    for (let at = offset; at < node.content.length; at += 65_536) yield node.content.subarray(at, at + 65_536);
  }

  async structure(path: ByteString): Promise<KeptStructure> {
    return this.#getFile(path).structure;
  }

  async write(path: ByteString, offset: number | null, behind: 'cut' | 'kept'): Promise<TreeWriter> {
    const present = this.#nodes.get(path);
    if (present?.kind === 'directory') throw new TreeError('Is a directory');
    if (this.#nodes.get(parentOf(path))?.kind !== 'directory') throw new TreeError('No such directory');
    const node = present ?? fileNode('');
    if (offset && behind === 'kept') return this.#writeInside(path, node, offset);
    if (offset !== null && offset > node.content.length) throw new TreeError('Beyond the end of the file');
    const chunks = [node.content.subarray(0, offset ?? node.content.length)];
    const put = () => {
      node.content = Buffer.concat(chunks);
      node.modified = Date.now();
      chunks.splice(0, chunks.length, node.content);
    };
    put();
    this.#nodes.set(path, node);
    return {
      write: async (chunk) => {
        chunks.push(Buffer.from(chunk));
      },
      close: async (structure) => {
        put();
        node.structure = structure;
      },
    };
  }

  /** Several may be under way in one file. */
  #writeInside(path: ByteString, node: Node, offset: number): TreeWriter {
    let at = offset;
    this.#nodes.set(path, node);
    return {
      write: async (chunk) => {
        const missing = at + chunk.length - node.content.length;
        if (missing > 0) node.content = Buffer.concat([node.content, Buffer.alloc(missing)]);
        node.content.set(chunk, at);
        at += chunk.length;
      },
      close: async () => {
        node.modified = Date.now();
      },
    };
  }

  async removeFile(path: ByteString): Promise<void> {
    this.#getFile(path);
    this.#nodes.delete(path);
  }

  async makeDirectory(path: ByteString): Promise<void> {
    if (this.#nodes.has(path)) throw new TreeError('File exists');
    if (this.#nodes.get(parentOf(path))?.kind !== 'directory') throw new TreeError('No such directory');
    this.#nodes.set(path, directoryNode());
  }

  async removeDirectory(path: ByteString): Promise<void> {
    if ((await this.list(path)).length > 0) throw new TreeError('Directory not empty');
    this.#nodes.delete(path);
  }

  async rename(from: ByteString, to: ByteString): Promise<void> {
    this.#get(from);
    if (this.#nodes.get(parentOf(to))?.kind !== 'directory') throw new TreeError('No such directory');
    for (const [path, node] of [...this.#nodes]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.#nodes.delete(path);
      this.#nodes.set(to + path.slice(from.length), node);
    }
  }

  async setModified(path: ByteString, modified: number): Promise<void> {
    this.#get(path).modified = modified;
  }

  async setMode(path: ByteString, mode: number): Promise<void> {
    this.#get(path).mode = mode;
  }

  #makeParents(path: ByteString): void {
    for (let above = parentOf(path); !this.#nodes.has(above); above = parentOf(above))
      this.#nodes.set(above, directoryNode());
  }

  #get(path: ByteString): Node {
    const node = this.#nodes.get(path);
    if (!node) throw new TreeError('No such file or directory');
    return node;
  }

  #getFile(path: ByteString): Node {
    const node = this.#get(path);
    if (node.kind === 'directory') throw new TreeError('Is a directory');
    return node;
  }
}

const fileNode = (file: ScriptedFile): Node => {
  const details: ScriptedFileDetails =
    typeof file === 'string' || file instanceof Uint8Array ? { content: file } : file;
  return {
    kind: 'file',
    ...storedAs(details),
    modified: details.modified ?? Date.now(),
    mode: details.mode ?? 0o644,
  };
};

const storedAs = ({ content, records, pages }: ScriptedFileDetails): Pick<Node, 'content' | 'structure'> => {
  if (pages) return { content: bytesOfPages(pages), structure: { records: null, pages } };
  if (!records) return { content: Buffer.from(content ?? ''), structure: NO_STRUCTURE };
  const buffers = records.map((record) => Buffer.from(record));
  return { content: bytesOfRecords(buffers), structure: { records: buffers, pages: null } };
};

const entryOf = (path: ByteString, node: Node): TreeEntry => ({
  name: lastPartOf(path),
  kind: node.kind,
  size: node.content.length,
  modified: node.modified,
  mode: node.mode,
  target: null,
});
