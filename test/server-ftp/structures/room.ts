import { TransferRefused } from '../transfer-refused.ts';

/** What the disk of a script still holds of one file. */
export class Room {
  readonly #reply: string;
  left: number;

  /** `left` in bytes; `reply` is said when they do not suffice. */
  constructor(left: number, reply: string) {
    this.left = left;
    this.#reply = reply;
  }

  static readonly endless = (): Room => new Room(Number.POSITIVE_INFINITY, '');

  take(bytes: number): void {
    if (bytes > this.left) throw new TransferRefused(this.#reply);
    this.left -= bytes;
  }
}
