import type { ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { EbcdicCodePage, RecordForm } from '#shared/ftp/transfer-parameters.ts';
import type { DataConnectionChoice } from '#shared/model/connection.ts';
import type { ListingChoice } from '#shared/model/listing-choice.ts';
import type { LoginChoice } from '#shared/model/login-choice.ts';
import type { ClientCertificateFiles, TlsVersion } from '#shared/model/tls-choice.ts';
import type { Verification } from '#shared/model/verification.ts';
import type { ConflictPolicy } from './conflict-policy.ts';
import type { GivenProxy } from './proxy-url.ts';

export type TlsChoice = 'off' | 'try' | 'require' | 'implicit';

/** How files are moved, in the words of the command line; null where nothing was said. */
export interface TransferWords {
  readonly type: 'a' | 'e' | 'i' | 'l8' | null;
  readonly format: 'n' | 't' | 'c' | null;
  readonly structure: 'file' | 'record' | 'page' | null;
  readonly mode: 'stream' | 'block' | 'compressed' | 'deflate' | null;
  readonly codePage: EbcdicCodePage | null;
  readonly recordForm: RecordForm | null;
}

/** The options of the command line, checked; null where nothing was said. */
export interface CommandOptions {
  readonly dataConnection: DataConnectionChoice;
  readonly portRange: readonly [first: number, last: number] | null;
  readonly externalAddress: string | null;
  readonly trustPassiveHost: boolean;
  /** Null: the environment's. */
  readonly proxy: GivenProxy | 'none' | null;
  readonly pipelining: boolean;
  readonly login: LoginChoice;
  readonly tls: TlsChoice | null;
  readonly caFile: string | null;
  /** SHA-256 of a certificate to trust: 64 hex digits, upper case, without colons. */
  readonly pin: string | null;
  readonly insecure: boolean;
  readonly tlsMin: TlsVersion | null;
  readonly tlsMax: TlsVersion | null;
  readonly clientCertificate: ClientCertificateFiles | null;
  /** PROT C: data in the clear beside a protected login. */
  readonly clearData: boolean;
  /** CCC: commands in the clear behind a protected login. */
  readonly clearControl: boolean;
  readonly encoding: string;
  readonly listing: ListingChoice;
  readonly timeoutMs: number | null;
  readonly transfer: TransferWords;
  /** At a time, with one server. */
  readonly connections: number;
  /** Connections that one large file is moved over. */
  readonly segments: number;
  /** Bytes a second, of all transfers of one direction together; null: as fast as it goes. */
  readonly limit: number | null;
  readonly allocate: boolean;
  readonly allowClear: boolean;
  readonly resume: boolean;
  readonly overwrite: ConflictPolicy | null;
  readonly atomic: boolean;
  readonly verification: Verification;
  readonly netrc: boolean;
  readonly recursive: boolean;
  readonly parents: boolean;
  readonly trace: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** As Node's parser knows them. */
export const OPTIONS = {
  passive: { type: 'boolean' },
  active: { type: 'boolean' },
  'extended-passive': { type: 'boolean' },
  'default-port': { type: 'boolean' },
  'trust-passive-host': { type: 'boolean' },
  'port-range': { type: 'string' },
  'external-address': { type: 'string' },
  proxy: { type: 'string' },
  'no-pipelining': { type: 'boolean' },
  'host-command': { type: 'boolean' },
  language: { type: 'string' },
  'no-one-time-passwords': { type: 'boolean' },
  'after-login': { type: 'string', multiple: true },
  tls: { type: 'string' },
  ca: { type: 'string' },
  pin: { type: 'string' },
  insecure: { type: 'boolean' },
  'tls-min': { type: 'string' },
  'tls-max': { type: 'string' },
  'client-cert': { type: 'string' },
  'client-key': { type: 'string' },
  'clear-data': { type: 'boolean' },
  ccc: { type: 'boolean' },
  encoding: { type: 'string' },
  'list-command': { type: 'string' },
  'list-format': { type: 'string' },
  'list-zone': { type: 'string' },
  timeout: { type: 'string' },
  type: { type: 'string' },
  format: { type: 'string' },
  structure: { type: 'string' },
  mode: { type: 'string' },
  'code-page': { type: 'string' },
  'record-form': { type: 'string' },
  connections: { type: 'string' },
  segments: { type: 'string' },
  limit: { type: 'string' },
  allocate: { type: 'boolean' },
  'allow-clear': { type: 'boolean' },
  resume: { type: 'boolean' },
  overwrite: { type: 'string' },
  'no-atomic': { type: 'boolean' },
  verify: { type: 'string' },
  netrc: { type: 'boolean' },
  recursive: { type: 'boolean', short: 'r' },
  tree: { type: 'boolean', short: 'R' },
  parents: { type: 'boolean', short: 'p' },
  trace: { type: 'boolean' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

export type OptionName = keyof typeof OPTIONS;

export type OptionValues = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];
