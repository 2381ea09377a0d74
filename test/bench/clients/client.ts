import type { RealServer } from '../../interop/servers/real-server.ts';

/** How data connections are made. */
export type Ports = 'passive' | 'active';

/** How a client is to reach the server. */
export interface Way {
  readonly server: RealServer;
  readonly ports: Ports;
  /** Control and data connections under explicit TLS; the certificate is taken as it is. */
  readonly tls: boolean;
  /** For many files at a time. */
  readonly connections: number;
  /** For one file. */
  readonly segments: number;
}

/** A command line, and what it needs in its environment. */
export interface ClientCommand {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** The same work for each of the clients that are compared; null where a client cannot do it. */
export interface Client {
  readonly name: string;
  /** Connects, logs in, lists `folder`. */
  list(way: Way, folder: string): ClientCommand | null;
  /** The server's file of this name, in its login directory, to the path `here`. */
  downloadFile(way: Way, name: string, here: string): ClientCommand | null;
  /** And the other way. */
  uploadFile(way: Way, here: string, name: string): ClientCommand | null;
  /** All `count` files of the server's `folder` into the folder `here`; they are called `0001`, `0002` and so on. */
  downloadFolder(way: Way, folder: string, here: string, count: number): ClientCommand | null;
  /** And the other way. */
  uploadFolder(way: Way, here: string, folder: string, count: number): ClientCommand | null;
}

/** One connection in the clear. */
export const plainWay = (server: RealServer, ports: Ports = 'passive'): Way => ({
  server,
  ports,
  tls: false,
  connections: 1,
  segments: 1,
});
