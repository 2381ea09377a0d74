import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { decodeLocalName, systemPath } from '../../local/local-path.ts';
import { foldedName, foldsAny, type NameFolding } from '../../local/name-folding.ts';
import { RecentFolders } from './recent-folders.ts';

/** Folders whose claims are remembered; in one that came before a twin finds a file there, and asks. */
const REMEMBERED = 32;

/** Finds out which names the disk under a folder takes for the same. */
export type FindFolding = (folder: string) => Promise<NameFolding>;

interface Claim {
  readonly localPath: string;
  readonly remotePath: Pathname;
}

/**
 * Which place on this disk belongs to which file of a server, in one batch: two names that differ there, and that the
 * disk takes for one, are two files still (`README` and `readme`, `é` composed and decomposed).
 */
export class LocalClaims {
  /** By folder, then by the name as the disk takes it. */
  readonly #claims = new RecentFolders<Map<string, Claim>>(REMEMBERED);
  readonly #foldingOf: FindFolding;

  constructor(foldingOf: FindFolding) {
    this.#foldingOf = foldingOf;
  }

  /**
   * Takes a place for a file of the server.
   * @returns null where it has it now; else the path of another of its files that has the place already
   */
  async take(localPath: string, remotePath: Pathname): Promise<string | null> {
    const folder = dirname(localPath);
    const name = foldedName(basename(localPath), await this.#foldingOf(folder));
    const claims = this.#claims.get(folder) ?? new Map<string, Claim>();
    this.#claims.set(folder, claims);
    const claim = claims.get(name);
    if (claim !== undefined && claim.remotePath !== remotePath) return claim.localPath;
    claims.set(name, { localPath, remotePath });
    return null;
  }

  /** The name under which a file stands that the disk finds by another one; null where it stands under this very name. */
  async otherName(localPath: string): Promise<string | null> {
    const folder = dirname(localPath);
    const name = basename(localPath);
    const folding = await this.#foldingOf(folder);
    if (!foldsAny(folding)) return null;
    const names = (await readdir(systemPath(folder), { encoding: 'latin1' })).map(decodeLocalName);
    if (names.includes(name)) return null;
    return names.find((other) => foldedName(other, folding) === foldedName(name, folding)) ?? null;
  }
}
