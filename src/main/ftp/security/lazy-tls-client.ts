import type { ConnectOptions } from '../engine.ts';
import type { TlsClient } from './tls-client.ts';

/** A TLS client that is loaded when it is first needed: Node's TLS takes as long to load as the rest of the engine. */
export const lazyTlsClient = (options: ConnectOptions): TlsClient => {
  let loaded: Promise<TlsClient> | null = null;
  const client = (): Promise<TlsClient> => {
    loaded ??= import('./tls-client.ts').then(({ createTlsClient }) => createTlsClient(options));
    return loaded;
  };
  return {
    protectControl: async (socket, stage) => (await client()).protectControl(socket, stage),
    protectData: async (socket, signal) => (await client()).protectData(socket, signal),
  };
};
