import { DEFAULT_LOCAL_FORM, IMAGE_FILE_STREAM } from '#shared/ftp/transfer-parameters.ts';
import { nothingLearned } from '#shared/model/learned-fact.ts';
import { DEFAULT_LISTING } from '#shared/model/listing-choice.ts';
import { DEFAULT_LOGIN } from '#shared/model/login-choice.ts';
import { DEFAULT_TLS } from '#shared/model/tls-choice.ts';
import type { Checkpoint, ConnectOptions, Timeouts, TransferOptions } from './engine.ts';

export const DEFAULT_TIMEOUTS: Timeouts = { connect: 20_000, reply: 60_000, data: 120_000 };

/** Routers that forget a quiet connection do so after minutes. */
const KEEP_ALIVE_MS = 60_000;

/** Everything of ConnectOptions that has a sensible default; host, user and password have none. */
export const defaultConnectOptions = (): Omit<ConnectOptions, 'host' | 'user' | 'password'> => ({
  port: 21,
  security: 'try',
  account: null,
  askAccount: null,
  login: DEFAULT_LOGIN,
  askOneTime: null,
  proxy: null,
  encoding: 'auto',
  asksUtf8: true,
  listing: DEFAULT_LISTING,
  findsZone: true,
  dataConnection: 'auto',
  activePorts: null,
  externalAddress: null,
  trustPassiveHost: false,
  pipelining: true,
  expects: null,
  tls: {
    ...DEFAULT_TLS,
    ca: [],
    clientCertificate: null,
    decide: async () => false,
    decideClearData: async () => false,
    decidePlainText: async () => false,
  },
  timeouts: DEFAULT_TIMEOUTS,
  keepAliveMs: KEEP_ALIVE_MS,
  learned: nothingLearned(),
  overrides: {},
  onLearned: () => {},
  observer: { command: () => {}, reply: () => {}, note: () => {} },
  signal: null,
});

/** A transfer of a whole file as it is, byte for byte; whoever wants it otherwise says so. */
export const defaultTransferOptions = (): TransferOptions => ({
  parameters: IMAGE_FILE_STREAM,
  form: DEFAULT_LOCAL_FORM,
  start: null,
  extent: null,
  long: false,
  allocate: null,
  counter: { bytes: 0 },
  pace: null,
  signal: null,
  onCheckpoint: null,
});

/** The checkpoint at a number of bytes in stream mode (RFC 3659 5); null at the start of the file. */
export const atOffset = (bytes: number): Checkpoint | null =>
  bytes === 0 ? null : { marker: String(bytes), localBytes: bytes };
