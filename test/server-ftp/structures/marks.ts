import type { ByteString } from '../pathnames.ts';
import type { Place } from './place.ts';

/** A place in one file, good in the structure it was marked in. */
export interface Mark {
  readonly path: ByteString;
  readonly structure: 'F' | 'R' | 'P';
  readonly place: Place;
}

/**
 * Restart markers of one server, all its connections together: a client that comes back names one after a new login.
 * They are numbers of an order and say nothing about the place: "The marker information has meaning only to the sender"
 * (RFC 959 3.5).
 */
export class Marks {
  readonly #marks = new Map<string, Mark>();

  /** A new marker: `M-000001`. */
  issue(mark: Mark): string {
    const marker = `M-${String(this.#marks.size + 1).padStart(6, '0')}`;
    this.#marks.set(marker, mark);
    return marker;
  }

  find(marker: string): Mark | null {
    return this.#marks.get(marker) ?? null;
  }
}
