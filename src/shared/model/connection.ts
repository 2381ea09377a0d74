import { DEFAULT_TRANSFER_CHOICE, type TransferChoice } from '../ftp/transfer-parameters.ts';
import type { LearnedOverrides } from './learned-fact.ts';
import { DEFAULT_LISTING, type ListingChoice } from './listing-choice.ts';
import { DEFAULT_LOGIN, type LoginChoice } from './login-choice.ts';
import type { ProxyChoice } from './proxy.ts';
import { DEFAULT_TLS, type TlsChoice } from './tls-choice.ts';
import { DEFAULT_TRANSFER_POLICY, type TransferPolicy } from './transfer-policy.ts';

/** How the control and data connections are protected. `try` never steps back for a host that once had TLS. */
export type Security = 'none' | 'try' | 'explicit' | 'implicit';

/**
 * How data connections are made. `auto`: passive first, active where passive cannot be had, remembered.
 * `extended-passive`: by EPSV alone, which is announced to translators on the way (RFC 2428 4, EPSV ALL). `default-port`:
 * no port is announced; the server calls the one that RFC 959 3.2 has for that.
 */
export const DATA_CONNECTION_CHOICES = ['auto', 'passive', 'extended-passive', 'active', 'default-port'] as const;

export type DataConnectionChoice = (typeof DATA_CONNECTION_CHOICES)[number];

/** Everything but the password that is needed to connect. */
export interface ConnectionSettings {
  readonly host: string;
  /** 1 to 65535; 21 by default, 990 for implicit TLS. */
  readonly port: number;
  readonly user: string;
  readonly account: string | null;
  readonly security: Security;
  readonly tls: TlsChoice;
  readonly proxy: ProxyChoice;
  readonly login: LoginChoice;
  readonly dataConnection: DataConnectionChoice;
  /** An iconv-lite encoding name, or `auto`: UTF-8, with names that are not UTF-8 kept by their bytes. */
  readonly encoding: string;
  /** Ports to listen on for active data connections, first and last; null: the system's choice. */
  readonly activePorts: readonly [first: number, last: number] | null;
  /** The IP address announced for active data connections; null: our own on the control connection. */
  readonly externalAddress: string | null;
  /** Whether a host in a 227 that differs from the server's is believed. */
  readonly trustPassiveHost: boolean;
  readonly listing: ListingChoice;
  /** Whether an idle connection is kept alive. */
  readonly keepAlive: boolean;
  /** What holds of the server whatever was learned about it. */
  readonly overrides: LearnedOverrides;
  /** Whether commands may be sent ahead of replies. */
  readonly pipelining: boolean;
  /** Whether the size of a file is announced before it is stored (ALLO). */
  readonly allocate: boolean;
  /** How files are moved where nothing else is said. */
  readonly transfer: TransferChoice;
  /** How much of the line they take, and how they are checked, where that differs from the preferences. */
  readonly transferPolicy: TransferPolicy;
  /** Where the remote pane opens; null: where the server puts us after login. */
  readonly remotePath: string | null;
  /** Where the local pane opens; null: where it stands. */
  readonly localPath: string | null;
}

/** What of the settings has a default that suits nearly every server. */
export const DEFAULT_CONNECTION = {
  account: null,
  security: 'try',
  tls: DEFAULT_TLS,
  proxy: { kind: 'system' },
  login: DEFAULT_LOGIN,
  dataConnection: 'auto',
  encoding: 'auto',
  activePorts: null,
  externalAddress: null,
  trustPassiveHost: false,
  listing: DEFAULT_LISTING,
  keepAlive: true,
  overrides: {},
  pipelining: true,
  allocate: false,
  transfer: DEFAULT_TRANSFER_CHOICE,
  transferPolicy: DEFAULT_TRANSFER_POLICY,
  remotePath: null,
  localPath: null,
} as const satisfies Partial<ConnectionSettings>;

export const DEFAULT_PORT = 21;
export const IMPLICIT_TLS_PORT = 990;

/** The port that is meant where none is given. */
export const defaultPort = (security: Security | null): number =>
  security === 'implicit' ? IMPLICIT_TLS_PORT : DEFAULT_PORT;
