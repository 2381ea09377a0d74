import type { OnReadOpts, Socket } from 'node:net';
import { FaultError } from '#shared/fault.ts';
import { tcpConnect } from '../network/tcp-connect.ts';
import type { HostPort } from '../protocol/host-port.ts';
import { asDataFault } from './data-fault.ts';

export interface PassiveOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | null;
  /** See Receiver.onread; null: 'data' events. */
  readonly onread: OnReadOpts | null;
}

/**
 * Connects to the port the server-DTP listens on (RFC 959 4.1.2 PASV).
 * Faults: `data-connection` with stage `preparing`, `cancelled`.
 */
export const connectPassive = async ({ host, port }: HostPort, options: PassiveOptions): Promise<Socket> => {
  try {
    return await tcpConnect({ host, port, ...options });
  } catch (error) {
    if (options.signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    throw asDataFault(error, 'preparing');
  }
};
