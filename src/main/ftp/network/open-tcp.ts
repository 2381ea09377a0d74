import type { Socket } from 'node:net';
import { connectByTunnel, type Tunnel } from './proxy/tunnel.ts';
import { type TcpConnectOptions, tcpConnect } from './tcp-connect.ts';

export interface OpenTcpOptions extends TcpConnectOptions {
  /** The proxy to go through; null: directly. `onread` is for direct connections only. */
  readonly tunnel: Tunnel | null;
}

/**
 * A connected TCP socket to a host, whichever way; see {@link tcpConnect} and {@link connectByTunnel}. Through a proxy the
 * host's name is resolved there and nowhere else.
 */
export const openTcp = ({ tunnel, ...options }: OpenTcpOptions): Promise<Socket> =>
  tunnel === null ? tcpConnect(options) : connectByTunnel(tunnel, options);
