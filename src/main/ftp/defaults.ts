import type { ConnectOptions, Timeouts } from './engine.ts';
import { nothingLearned } from './engine.ts';

export const DEFAULT_TIMEOUTS: Timeouts = { connect: 20_000, reply: 60_000, data: 120_000 };

/** Everything of ConnectOptions that has a sensible default; host, user and password have none. */
export const defaultConnectOptions = (): Omit<ConnectOptions, 'host' | 'user' | 'password'> => ({
  port: 21,
  security: 'try',
  account: null,
  encoding: 'auto',
  dataConnection: 'auto',
  activePorts: null,
  externalAddress: null,
  trustPassiveHost: false,
  tls: { ca: [], minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', decide: async () => false },
  timeouts: DEFAULT_TIMEOUTS,
  learned: nothingLearned(),
  observer: { command: () => {}, reply: () => {}, note: () => {} },
  signal: null,
});
