import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { baseName, parentPathname } from '#shared/ftp/pathname.ts';
import type { DataSource } from '../../../src/main/ftp/engine.ts';

/** What a fake server has. */
interface Tree {
  readonly folders: ReadonlySet<string>;
  readonly files: ReadonlyMap<
    string,
    { readonly content: Buffer; readonly modifiedMs: number; readonly permissions: string }
  >;
  /** Entries that a listing adds. */
  readonly oddEntries: ReadonlyMap<string, readonly FileEntry[]>;
}

/** What a listing of a folder holds. */
export const entriesOf = (server: Tree, folder: string): FileEntry[] => {
  const found: FileEntry[] = [...(server.oddEntries.get(folder) ?? [])];
  const bare = { owner: null, group: null, target: null };
  for (const path of server.folders) {
    if (path === '/' || parentPathname(path) !== folder) continue;
    found.push({ ...bare, name: baseName(path), type: 'directory', size: null, modified: null, permissions: null });
  }
  for (const [path, file] of server.files) {
    if (parentPathname(path) !== folder) continue;
    const modified = { epochMs: file.modifiedMs, precision: 'second', zone: 'utc' } as const;
    const { permissions } = file;
    found.push({ ...bare, name: baseName(path), type: 'file', size: file.content.length, modified, permissions });
  }
  return found;
};

/** The bytes from `offset` on, so many at a time; `before` is told where it stands, and may throw. */
export const piecesOf = (content: Buffer, offset: number, chunk: number, before: (at: number) => void): DataSource => {
  let at = offset;
  return {
    read: async (into) => {
      before(at);
      const piece = content.subarray(at, at + Math.min(into.length, chunk));
      into.set(piece);
      at += piece.length;
      return piece.length;
    },
  };
};
