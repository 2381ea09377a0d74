import type { Socket } from 'node:net';
import type { Turns } from './answers.ts';
import type { Answer, DataScript, ServerScript } from './script.ts';
import type { SecureContexts } from './secure-contexts.ts';
import type { Marks } from './structures/marks.ts';
import type { FileTree } from './tree/file-tree.ts';

/** One control connection as a test sees it. */
export interface ConnectionRecord {
  /** Every command line in order, without CRLF, as UTF-8 where it is. */
  readonly commands: string[];
  /** The subject of the certificate that the client showed on it; null where it showed none. */
  clientCertificate: string | null;
  /** Whether its TLS resumed a session; null without TLS. */
  tlsResumed: boolean | null;
  /** Round trips since the connection stood, up to the latest reply; see RoundTrips. */
  readonly roundTrips: number;
  /** Settles when the connection is gone. */
  readonly closed: Promise<void>;
  /** Sends bytes at any moment: an unsolicited `421 bye`. CRLF is added as in a script. */
  say(text: string): Promise<void>;
  /** Cuts the connection: RST. */
  reset(): void;
}

/** One data connection that was opened. */
export interface DataRecord {
  /** The transfer command's line. */
  readonly command: string;
  /** null: in the clear. Otherwise whether a TLS session was resumed, and under which protocol. */
  tls: { readonly resumed: boolean; readonly protocol: string } | null;
  /** Bytes of the file or listing that passed, either way. */
  bytes: number;
  /** The client broke it off: RST, in place of the FIN that ends a file. */
  reset: boolean;
}

/** What all connections of one server share. */
export interface ServerState {
  readonly script: ServerScript;
  readonly tree: FileTree;
  readonly answers: Turns<Answer>;
  readonly dataScripts: Turns<DataScript>;
  readonly secure: SecureContexts | null;
  readonly marks: Marks;
  readonly data: DataRecord[];
  readonly dataTimeout: number;
  /** Remembers a socket until it closes, so that the server can close them all. */
  track(socket: Socket): void;
}
