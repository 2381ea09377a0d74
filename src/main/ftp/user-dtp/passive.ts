import type { OnReadOpts, Socket } from 'node:net';
import { FaultError } from '#shared/fault.ts';
import { openTcp } from '../network/open-tcp.ts';
import type { Destination } from '../network/proxy/destination.ts';
import type { Tunnel } from '../network/proxy/tunnel.ts';
import { asDataFault } from './data-fault.ts';

export interface PassiveOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | null;
  /** See Receiver.onread; null: 'data' events. */
  readonly onread: OnReadOpts | null;
  /** The proxy that the control connection went through; null: directly. */
  readonly tunnel: Tunnel | null;
}

/**
 * Connects to the port the server-DTP listens on (RFC 959 4.1.2 PASV).
 * Faults: `data-connection` with stage `preparing`, `cancelled`.
 */
export const connectPassive = async ({ host, port }: Destination, options: PassiveOptions): Promise<Socket> => {
  try {
    return await openTcp({ host, port, ...options });
  } catch (error) {
    if (options.signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    throw asDataFault(error, 'preparing');
  }
};
