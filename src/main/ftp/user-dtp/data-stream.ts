import type { Duplex } from 'node:stream';

/** A data connection as its two halves see it: a socket, with TLS or compression over it or neither. */
export interface DataStream extends Duplex {
  /** Emits `timeout` after that many milliseconds without a byte on the network; 0: never. */
  setTimeout(milliseconds: number): unknown;
}
