/**
 * Counts how many round trips a conversation takes, without a clock: by what the client can have known when it sent
 * something. The control connection stands at 0 and the greeting is there at 1. A command sent at n is answered at
 * n + 1. A passive data connection begun at n carries data to the client at n + 2 (its SYN and the answer to it are a
 * round trip, the last ACK and the data another), and so does an active one whose command was sent at n.
 *
 * On a loopback without `roundTrip` in the script the count is an upper bound: of two commands sent side by side the
 * second may come in after the reply to the first has gone out.
 */
export class RoundTrips {
  /** Up to where the client has been told something. */
  #told = 0;
  /** When the reply that is sent next will be there. */
  #due = 1;

  get count(): number {
    return this.#told;
  }

  /** To be remembered with something that has just come from the client. */
  now(): number {
    return this.#told;
  }

  /** A command is begun that came in at `sent`. */
  command(sent: number): void {
    this.#due = sent + 1;
  }

  /** The replies still to come depend on what is there at `time` only. */
  notBefore(time: number): void {
    this.#due = Math.max(this.#due, time);
  }

  /** The replies still to come answer what has just come from the client: the end of its data connection. */
  answersNow(): void {
    this.notBefore(this.#told + 1);
  }

  /** A reply goes out. */
  replied(): void {
    this.#told = Math.max(this.#told, this.#due);
  }
}
