import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { decodeLocalName, systemPath } from '../local/local-path.ts';
import { foldedName, foldsAny, type NameFolding } from '../local/name-folding.ts';

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
  readonly #claims = new Map<string, Claim>();
  readonly #foldingOf: FindFolding;

  constructor(foldingOf: FindFolding) {
    this.#foldingOf = foldingOf;
  }

  /**
   * Takes a place for a file of the server.
   * @returns null where it has it now; else the path of another of its files that has the place already
   */
  async take(localPath: string, remotePath: Pathname): Promise<string | null> {
    const folding = await this.#foldingOf(dirname(localPath));
    const key = join(dirname(localPath), foldedName(basename(localPath), folding));
    const claim = this.#claims.get(key);
    if (claim !== undefined && claim.remotePath !== remotePath) return claim.localPath;
    this.#claims.set(key, { localPath, remotePath });
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
