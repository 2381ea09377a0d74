/** How the control and data connections are protected. `try` never steps back for a host that once had TLS. */
export type Security = 'none' | 'try' | 'explicit' | 'implicit';

/** How data connections are made. `auto`: passive first, active where passive cannot be had, remembered. */
export type DataConnectionChoice = 'auto' | 'passive' | 'active';

/** Everything but the password that is needed to connect. */
export interface ConnectionSettings {
  readonly host: string;
  /** 1 to 65535; 21 by default, 990 for implicit TLS. */
  readonly port: number;
  readonly user: string;
  readonly account: string | null;
  readonly security: Security;
  readonly dataConnection: DataConnectionChoice;
  /** An iconv-lite encoding name, or `auto`: UTF-8, with names that are not UTF-8 kept by their bytes. */
  readonly encoding: string;
  /** Where the remote pane opens; null: where the server puts us after login. */
  readonly remotePath: string | null;
  /** Where the local pane opens; null: where it stands. */
  readonly localPath: string | null;
}

export const DEFAULT_PORT = 21;
export const IMPLICIT_TLS_PORT = 990;
