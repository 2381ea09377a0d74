import type { Fault } from '../fault.ts';
import type { Pathname } from '../ftp/pathname.ts';
import type { ConnectionSettings } from './connection.ts';
import type { NameReading } from './name-encodings.ts';

/** Names one connected site for as long as the program runs. */
export type SessionId = string;

export type SessionStatus = 'connecting' | 'connected' | 'lost' | 'closed';

/** What a person sees of a connected site. */
export interface SessionView {
  readonly sessionId: SessionId;
  /** The saved site's name, or user@host. */
  readonly title: string;
  readonly settings: ConnectionSettings;
  readonly siteId: string | null;
  readonly status: SessionStatus;
  /** Why the connection was lost; null while it stands. */
  readonly fault: Fault | null;
  /** Where the server put us after login; null until then. */
  readonly home: Pathname | null;
  /** The protocol of the control connection's TLS (`TLSv1.3`), or null where it is in the clear. */
  readonly tlsProtocol: string | null;
  /** How its names are read, which may be otherwise than its settings said when it was connected. */
  readonly names: NameReading;
  /** Whether the server lets us change permissions and times, as far as is known. */
  readonly can: { readonly changeMode: boolean; readonly setModified: boolean };
}
