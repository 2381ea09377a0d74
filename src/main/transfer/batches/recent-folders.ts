/** What is known of folders, of those that were asked for last: a tree of a million folders takes no more memory than these. */
export class RecentFolders<Known> {
  readonly #most: number;
  readonly #folders = new Map<string, Known>();

  /** @param most folders that are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  get(path: string): Known | undefined {
    const known = this.#folders.get(path);
    if (known === undefined) return undefined;
    this.#folders.delete(path);
    this.#folders.set(path, known);
    return known;
  }

  set(path: string, known: Known): void {
    this.#folders.delete(path);
    this.#folders.set(path, known);
    if (this.#folders.size <= this.#most) return;
    const [oldest] = this.#folders.keys();
    if (oldest !== undefined) this.#folders.delete(oldest);
  }

  delete(path: string): void {
    this.#folders.delete(path);
  }
}
