import type { Socket } from 'node:net';

/** One way to a data connection: announced to the server-PI, and opened with the transfer command. */
export interface DataRoute {
  /** The connected socket, in the clear still. Faults: `data-connection`. */
  open(): Promise<Socket>;
  /** Whether the socket reads into the buffers that were given for it. */
  readonly direct: boolean;
  readonly way: 'passive' | 'active' | 'default-port';
  /** Whether its port was announced with something that came before, so that nothing was said for it since. */
  readonly announcedAhead: boolean;
  /** The server can call only once this has settled, as other transfers are before this one. */
  callsAfter(turn: Promise<void>): void;
  /** Closes what is open or listening. */
  close(): void;
  /**
   * The same in the middle of a transfer, by a reset. A FIN would tell a server that receives that this was the whole
   * file, and some servers that send end the session: the next write after a FIN and its reset is SIGPIPE to them.
   */
  reset(): void;
}
